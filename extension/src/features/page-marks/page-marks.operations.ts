import { graphql } from '../../../generated/index.ts';

/** One call a page state: its people and the tasks that rest on its documents, each answered in order. */
export const PageMarksDocument = graphql(`
  query PageMarks($keys: [String!]!, $documents: [DocumentKeyInput!]!) {
    viewer {
      id
      today
      demonstration
    }
    identify(keys: $keys) {
      key
      state
      matches {
        employeeId
        code
        name
        title
        unitName
        period
        level
        display
        provisional
        commendations
        activeDiscipline
        activeDisciplineUntil
        restricted
      }
    }
    documentTasks(documents: $documents) {
      number
      tasks {
        id
        outcome
        deadline
        employee {
          id
          code
        }
      }
    }
  }
`);

/** One opened card of one person. */
export const PersonCardDocument = graphql(`
  query PersonCard($id: ID!) {
    node(id: $id) {
      __typename
      ... on Employee {
        id
        code
        taskCounts {
          open
          done
          late
          notDone
        }
        periodSheets(first: 8) {
          edges {
            node {
              id
              period
              state
              confirmedBy
              score {
                state
                display
                total
                level
                provisional
              }
            }
          }
        }
        commendations(first: 3) {
          edges {
            node {
              id
              title
              decidedOn
            }
          }
        }
        disciplineDecisions(first: 3) {
          edges {
            node {
              id
              form
              effectiveTo
              active
            }
          }
        }
        blocks {
          kind
          until
        }
        findings(first: 3) {
          edges {
            node {
              id
              positive
              open
            }
          }
        }
        feedback(first: 3) {
          edges {
            node {
              id
              outcome
            }
          }
        }
      }
    }
  }
`);

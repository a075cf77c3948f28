import { graphql } from '../../../generated/index.ts';

/** What the registers hold on the viewer, and the proofs of his scores. */
export const OwnDataDocument = graphql(`
  query OwnData {
    viewer {
      id
      record {
        heldBackNote
        employee {
          id
          code
          name
          assignments {
            unit {
              id
              name
            }
            title
            validFrom
            validTo
          }
          absences {
            id
            kind
            from
            to
          }
          classifications {
            id
            year
            current
            state
            decision {
              level
              notClassified
              number
              decidedBy
            }
          }
          commendations(first: 50) {
            edges {
              node {
                id
                title
                decisionNumber
                decidedOn
              }
            }
          }
          disciplineDecisions(first: 50) {
            edges {
              node {
                id
                form
                decisionNumber
                decidedOn
                effectiveTo
              }
            }
          }
          violations(first: 50) {
            edges {
              node {
                id
                handling: state
                summary
                discoveredOn
              }
            }
          }
          findings(first: 50) {
            edges {
              node {
                id
                topic
                positive
                description
                foundOn
              }
            }
          }
          feedback(first: 50) {
            edges {
              node {
                id
                number
                content
                receivedOn
                outcome
              }
            }
          }
          initiatives(first: 50) {
            edges {
              node {
                id
                title
                year
                stage: state
              }
            }
          }
          restrictions {
            id
            scope
            from
            liftedOn
          }
        }
        receipts {
          period
          unitName
          display
          level
          at
          keyId
          sheet {
            id
          }
        }
      }
    }
  }
`);

export const OwnRequestsDocument = graphql(`
  query OwnRequests($after: String) {
    viewer {
      id
      record {
        requests(first: 50, after: $after) {
          edges {
            node {
              id
              kind
              subject
              content
              requestState: state
              receivedAt
              dueOn
              overdue
              dueCertainty
              answer
              result
              way
              revision
              requestActions: actions
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const OwnChangesDocument = graphql(`
  query OwnChanges($after: String) {
    viewer {
      id
      record {
        changes(first: 50, after: $after) {
          edges {
            node {
              id
              at
              by
              action
              entity
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const OwnAccessDocument = graphql(`
  query OwnAccess($after: String) {
    viewer {
      id
      record {
        accessEntries(first: 50, after: $after) {
          edges {
            node {
              id
              at
              readBy
              purpose
              kind
              screen
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

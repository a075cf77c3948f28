import { graphql } from '../../../generated/index.ts';

export const PeriodHistoryFragment = graphql(`
  fragment PeriodHistory_employee on Employee {
    periodSheets(first: 8) {
      edges {
        node {
          id
          period
          unit {
            id
            shortName
          }
          score {
            display
            total
            level
            provisional
          }
        }
      }
    }
  }
`);

/** The person's years, of which the person himself sees the decision once he is told. */
export const YearListFragment = graphql(`
  fragment YearList_employee on Employee {
    code
    classifications {
      id
      year
      state
      mean
      meanDisplay
      scoreLevel
      workedMonths
      notifiedAt
      actions
      months {
        period
        total
        display
      }
      decision {
        level
        notClassified
        number
        decidedOn
      }
      petitions {
        id
        state
        dueOn
      }
    }
  }
`);

export const RecordDocument = graphql(`
  query Record($employee: String!) {
    employee(code: $employee) {
      id
      code
      name
      assignment {
        title
        unit {
          id
          name
        }
      }
      ...PeriodHistory_employee
      ...YearList_employee
      commendations(first: 20) {
        edges {
          node {
            id
            title
            form
            decisionNumber
            decidedOn
            issuer
            revoked
          }
        }
      }
      disciplineDecisions(first: 20) {
        edges {
          node {
            id
            form
            decisionNumber
            decidedOn
            effectiveTo
            active
          }
        }
      }
    }
  }
`);

export const AccessEntriesDocument = graphql(`
  query AccessEntries($employee: String) {
    accessEntries(employee: $employee, first: 20) {
      edges {
        node {
          id
          at
          readBy
          purpose
        }
      }
    }
  }
`);

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
      ruleSet
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

/** What the registers hold on the person; null is what one may not know. */
export const RegisterRecordFragment = graphql(`
  fragment RegisterRecord_employee on Employee {
    id
    blocks {
      kind
      until
      text
    }
    violations(first: 20) {
      edges {
        node {
          id
          summary
          actFrom
          handling: state
          dueOn
        }
      }
    }
    findings(first: 20) {
      edges {
        node {
          id
          description
          positive
          foundOn
          issuedOn
          remediedOn
          spreadOn
        }
      }
    }
    feedback(first: 20) {
      edges {
        node {
          id
          content
          receivedOn
          outcome
          answeredInTime
        }
      }
    }
    initiatives(first: 20) {
      edges {
        node {
          id
          code
          title
          year
          level
          stage: state
        }
      }
    }
  }
`);

export const RunningInspectionsDocument = graphql(`
  query RunningInspections {
    inspections(filter: { state: [RUNNING] }, first: 50) {
      edges {
        node {
          id
          title
          actions
        }
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
          code
          name
        }
      }
      ...PeriodHistory_employee
      ...YearList_employee
      ...RegisterRecord_employee
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
            effects {
              kind
              to
              certainty
            }
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

import { graphql } from '../../../generated/index.ts';

export const DisciplineDecisionsDocument = graphql(`
  query DisciplineDecisions($filter: DisciplineFilter, $after: String) {
    disciplineDecisions(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          form
          decisionNumber
          decidedOn
          issuer
          effectiveFrom
          effectiveTo
          state
          employee {
            id
            code
            name
          }
          unit {
            id
            shortName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ViolationsDocument = graphql(`
  query Violations($filter: ViolationFilter, $after: String) {
    violations(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          summary
          severity
          discoveredOn
          dueOn
          overdue
          state
          sealed
          employee {
            id
            code
            name
          }
          unit {
            id
            shortName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DecisionFragment = graphql(`
  fragment DecisionView_decision on DisciplineDecision {
    id
    form
    party
    decisionNumber
    decidedOn
    issuer
    effectiveFrom
    effectiveTo
    sourceCertainty
    state
    summary
    relatedToDuty
    reasonForForm
    annulledOn
    annulDocument
    annulReason
    revision
    actions
    employee {
      id
      code
      name
    }
    unit {
      id
      name
    }
    effects {
      kind
      from
      to
      months
      certainty
      instrument
      clause
    }
    acts {
      id
      summary
      actFrom
      actTo
      severity
    }
    complaint {
      filedOn
      outcome
      document
    }
    supersedes {
      id
      decisionNumber
      decidedOn
    }
    supersededBy {
      id
      decisionNumber
      decidedOn
    }
  }
`);

export const ViolationFragment = graphql(`
  fragment ViolationView_violation on Violation {
    id
    actFrom
    actTo
    discoveredOn
    concludedOn
    relatedToDuty
    degradation
    corruption
    countedYear
    summary
    severity
    mitigating
    aggravating
    # A decision has a state and actions of other kinds; both fragments stand in one query.
    handling: state
    dueOn
    latestOn
    extendedTo
    extensionDocument
    overdue
    closedOn
    dismissalReason
    dismissalDocument
    sealed
    limitationStart
    limitationException
    recordedBy
    revision
    offered: actions
    employee {
      id
      code
      name
      violations(first: 50) {
        edges {
          node {
            id
            state
            summary
            actFrom
          }
        }
      }
    }
    unit {
      id
      code
      name
    }
    deferrals {
      id
      kind
      from
      to
      document
    }
    limitation {
      form
      until
      certainty
    }
    decisions {
      id
      form
      decisionNumber
      decidedOn
      state
    }
    recommendation {
      id
      content
    }
  }
`);

export const DisciplineRecordDocument = graphql(`
  query DisciplineRecord($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on DisciplineDecision {
        ...DecisionView_decision
      }
      ... on Violation {
        ...ViolationView_violation
      }
    }
  }
`);

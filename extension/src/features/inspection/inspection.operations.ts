import { graphql } from '../../../generated/index.ts';

export const InspectionsDocument = graphql(`
  query Inspections($filter: InspectionFilter, $after: String) {
    inspections(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          title
          kind
          mode
          area
          state
          decisionNumber
          decidedOn
          startedOn
          endedOn
          unit {
            id
            shortName
          }
          clocks {
            kind
            dueOn
            doneOn
            overdue
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

export const VisitFragment = graphql(`
  fragment VisitLine_visit on Visit {
    id
    plannedFrom
    plannedTo
    unannounced
    visitedOn
    state
    repeatReason
    note
    revision
    actions
    unit {
      id
      code
      name
    }
  }
`);

export const VisitsDocument = graphql(`
  query Visits($filter: VisitFilter, $after: String) {
    visits(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          plannedFrom
          plannedTo
          unannounced
          visitedOn
          state
          repeatReason
          unit {
            id
            code
            name
          }
          inspection {
            id
            title
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

export const FindingFragment = graphql(`
  fragment FindingCard_finding on Finding {
    id
    topic
    positive
    description
    quantity
    severity
    evidence
    foundOn
    issuedOn
    remediedOn
    remedyProof
    spreadOn
    open
    revision
    actions
    unit {
      id
      code
      name
    }
    employee {
      id
      code
      name
    }
  }
`);

export const FindingsDocument = graphql(`
  query Findings($filter: FindingFilter, $after: String) {
    findings(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          topic
          positive
          description
          severity
          foundOn
          issuedOn
          remediedOn
          spreadOn
          open
          unit {
            id
            shortName
          }
          employee {
            id
            name
          }
          inspection {
            id
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

export const InspectionFragment = graphql(`
  fragment InspectionView_inspection on Inspection {
    id
    title
    kind
    area
    mode
    topics
    teamKind
    state
    decisionNumber
    decidedOn
    startedOn
    endedOn
    draftReceivedOn
    conclusionNumber
    concludedOn
    conclusionReceivedOn
    implementingDocument
    implementedOn
    byGovernment
    revision
    actions
    unit {
      id
      code
      name
    }
    plan {
      id
    }
    clocks {
      kind
      dueOn
      doneOn
      overdue
    }
    team {
      role
      name
      employee {
        id
        code
      }
    }
    visits(first: 100) {
      edges {
        node {
          id
          visitedOn
          unit {
            id
            code
            name
          }
          ...VisitLine_visit
        }
      }
    }
    findings(first: 100) {
      edges {
        node {
          id
          description
          ...FindingCard_finding
        }
      }
    }
    recommendations(first: 100) {
      edges {
        node {
          id
          kind
          content
          dueOn
          overdue
          state
        }
      }
    }
  }
`);

export const InspectionRecordDocument = graphql(`
  query InspectionRecord($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Inspection {
        ...InspectionView_inspection
      }
    }
  }
`);

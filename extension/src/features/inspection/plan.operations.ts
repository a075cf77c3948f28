import { graphql } from '../../../generated/index.ts';

export const InspectionPlansDocument = graphql(`
  query InspectionPlans($filter: InspectionPlanFilter, $after: String) {
    inspectionPlans(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          year
          sharePercent
          state
          decisionNumber
          issuedOn
          revision
          actions
          unit {
            id
            code
            name
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

export const CoverageDocument = graphql(`
  query InspectionCoverage($unit: String!, $year: Int!) {
    inspectionCoverage(unit: $unit, year: $year) {
      units
      visited
      neverVisited {
        id
        name
      }
      notSince {
        lastVisitedOn
        unit {
          id
          name
        }
      }
    }
  }
`);

export const RotationDocument = graphql(`
  query ProposeRotation($unit: String!, $from: Int!, $years: Int!, $sharePercent: Int!) {
    proposeRotation(unit: $unit, from: $from, years: $years, sharePercent: $sharePercent) {
      year
      units
      least
      visits {
        repeat
        reason
        lastOn
        by
        unit {
          id
          code
          name
        }
      }
    }
  }
`);

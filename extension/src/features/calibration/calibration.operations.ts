import { graphql } from '../../../generated/index.ts';

export const CalibrationsDocument = graphql(`
  query Calibrations($filter: CalibrationFilter!, $after: String) {
    calibrationSessions(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          title
          year
          state
          dueOn
          unit {
            id
            name
          }
          units {
            submittedAt
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

export const CalibrationDocument = graphql(`
  query Calibration($id: ID!) {
    node(id: $id) {
      __typename
      ... on CalibrationSession {
        id
        title
        year
        state
        dueOn
        openedBy
        openedAt
        revealReason
        lockedAt
        lockedBy
        lockDocument
        revision
        actions
        agency {
          id
          code
          name
        }
        unit {
          id
          code
          name
        }
        units {
          late
          submittedAt
          submittedBy
          proposals
          unit {
            id
            code
            name
          }
        }
      }
    }
  }
`);

export const CalibrationRowsDocument = graphql(`
  query CalibrationRows($id: ID!, $unit: String, $differsOnly: Boolean, $after: String) {
    node(id: $id) {
      __typename
      ... on CalibrationSession {
        id
        rows(unit: $unit, differsOnly: $differsOnly, first: 50, after: $after) {
          edges {
            node {
              classificationId
              level
              unit {
                id
                code
                shortName
              }
              classification {
                id
                proposedLevel
                meanDisplay
                employee {
                  id
                  code
                  name
                }
                group {
                  code
                  name
                }
              }
              proposal {
                level
                reason
                proposedBy
              }
              changes {
                before
                after
                reason
                authorisedBy
                document
                at
              }
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

export const CalibrationSignsDocument = graphql(`
  query CalibrationSigns($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      ... on CalibrationSession {
        id
        signs(first: 50, after: $after) {
          edges {
            node {
              kind
              state
              display
              comparable {
                managers
                display
              }
              group {
                agency
                group {
                  code
                  name
                }
                family {
                  code
                }
              }
              floor {
                name
                value
                certainty
              }
              unit {
                id
                name
              }
              manager {
                id
                code
                name
              }
              employee {
                id
                code
                name
              }
              product {
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
    }
  }
`);

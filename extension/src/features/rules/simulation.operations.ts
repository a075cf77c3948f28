import { graphql } from '../../../generated/index.ts';

export const SimulationChoicesDocument = graphql(`
  query SimulationChoices {
    ruleSets {
      code
      version
      name
      kind
    }
    catalogueVersions {
      code
      name
    }
  }
`);

export const SimulationDocument = graphql(`
  query Simulation($input: SimulateInput!, $after: String) {
    simulate(input: $input) {
      __typename
      ... on Simulation {
        period
        rows(first: 100, after: $after) {
          edges {
            node {
              employee {
                id
                code
                name
              }
              stored {
                display
                level
              }
              simulated {
                display
                level
              }
              difference
              changesLevel
              unmatchedTasks
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      ...WriteRefusal
    }
  }
`);

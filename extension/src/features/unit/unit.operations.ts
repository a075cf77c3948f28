import { graphql } from '../../../generated/index.ts';

export const UnitPeopleDocument = graphql(`
  query UnitPeople($unit: String!, $period: Period!, $after: String) {
    employees(filter: { unit: $unit }, orderBy: NAME, first: 50, after: $after) {
      edges {
        node {
          id
          code
          name
          assignment {
            title
          }
          periodSheet(period: $period) {
            id
            state
            score {
              display
              level
              provisional
            }
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

import { graphql } from '../../../generated/index.ts';

export const PublishedLevelsDocument = graphql(`
  query PublishedLevels($unit: String!, $year: Int!, $after: String) {
    publishedLevels(unit: $unit, year: $year, first: 100, after: $after) {
      edges {
        node {
          code
          name
          title
          post
          level
          publishedAt
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

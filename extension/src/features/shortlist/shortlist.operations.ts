import { graphql } from '../../../generated/index.ts';

export const ShortlistDocument = graphql(`
  query Shortlist(
    $unit: String!
    $post: Post!
    $on: LocalDate
    $within: String
    $state: [ShortlistState!]
    $search: String
    $after: String
  ) {
    shortlist(
      unit: $unit
      post: $post
      on: $on
      within: $within
      state: $state
      search: $search
      first: 50
      after: $after
    ) {
      table {
        id
        version
        source {
          certainty
        }
      }
      counts {
        state
        count
      }
      edges {
        cursor
        node {
          state
          employee {
            id
            code
            name
          }
          post
          unit {
            id
            shortName
          }
          conditions {
            kind
            state
            needed
            found
            source {
              certainty
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

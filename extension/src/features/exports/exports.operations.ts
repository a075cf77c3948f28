import { graphql } from '../../../generated/index.ts';

export const ExportJobsDocument = graphql(`
  query ExportJobs($after: String) {
    jobs(filter: { kind: [EXPORT], own: true }, first: 10, after: $after) {
      totalCount
      edges {
        node {
          id
          state
          total
          done
          stopRequested
          canStop
          canResume
          error
          createdAt
          export {
            list
            format
            rows
            hidden
            bytes
            sha256
            expiresAt
            expired
            url
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

export const ExportListDocument = graphql(`
  mutation ExportList($input: ExportListInput!) {
    exportList(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

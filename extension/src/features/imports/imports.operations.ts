import { graphql } from '../../../generated/index.ts';

export const ImportJobsDocument = graphql(`
  query ImportJobs($after: String) {
    jobs(filter: { kind: [IMPORT] }, first: 10, after: $after) {
      edges {
        node {
          id
          state
          total
          done
          leftOpen
          stopRequested
          canStop
          canResume
          error
          createdBy
          createdAt
          unit {
            id
            name
          }
          import {
            register
            mode
            rows
            good
            bad
            committed
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

export const ImportProblemsDocument = graphql(`
  query ImportProblems($job: ID!, $after: String) {
    job(id: $job) {
      id
      import {
        problems(first: 50, after: $after) {
          edges {
            node {
              line
              path
              code
              message
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

export const ImportColumnsDocument = graphql(`
  query ImportColumns($register: ImportRegister!) {
    importColumns(register: $register) {
      name
      kind
      required
      text
    }
  }
`);

export const ImportRecordsDocument = graphql(`
  mutation ImportRecords($input: ImportRecordsInput!) {
    importRecords(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

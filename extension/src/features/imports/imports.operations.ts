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
            format
            encoding
            sheet
            rows
            good
            bad
            committed
            undoneAt
            preview {
              created
              changed
              unchanged
            }
            previewedBy {
              id
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

export const ImportProblemsDocument = graphql(`
  query ImportProblems($job: ID!, $after: String) {
    job(id: $job) {
      id
      import {
        problems(first: 50, after: $after) {
          edges {
            node {
              row
              path
              column
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
      takes
    }
  }
`);

export const PreviewImportDocument = graphql(`
  mutation PreviewImport($input: PreviewImportInput!) {
    previewImport(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ImportFileDocument = graphql(`
  mutation ImportFile($input: ImportFileInput!) {
    importFile(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const UndoImportDocument = graphql(`
  mutation UndoImport($input: UndoImportInput!) {
    undoImport(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

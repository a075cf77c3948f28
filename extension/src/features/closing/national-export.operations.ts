import { graphql } from '../../../generated/index.ts';

export const NationalExportsDocument = graphql(`
  query NationalExports($unit: String!) {
    nationalExports(filter: { unit: $unit, state: [OVERDUE, DUE] }, first: 20) {
      edges {
        node {
          period
          state
          results
          missing
          dueOn
          daysLeft
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

export const CreateNationalExportDocument = graphql(`
  mutation CreateNationalExport($input: CreateNationalExportInput!) {
    createNationalExport(input: $input) {
      __typename
      ... on NationalExport {
        id
        fileName
        rows
        sha256
      }
      ...WriteRefusal
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const RegisterTablesDocument = graphql(`
  query RegisterTables {
    registerTables {
      kind
      name
      version
      effectiveFrom
      effectiveTo
      decisionNumber
      agency {
        id
        code
        name
      }
      rows {
        text
        facts {
          name
          value
        }
        source {
          instrument
          clause
          certainty
        }
      }
      body
    }
  }
`);

export const PublishRegisterTableDocument = graphql(`
  mutation PublishRegisterTable($input: PublishRegisterTableInput!) {
    publishRegisterTable(input: $input) {
      __typename
      ... on RegisterTable {
        name
        version
      }
      ...WriteRefusal
    }
  }
`);

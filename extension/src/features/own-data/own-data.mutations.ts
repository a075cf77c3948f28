import { graphql } from '../../../generated/index.ts';

export const FileDataRequestDocument = graphql(`
  mutation FileDataRequest($input: FileDataRequestInput!) {
    fileDataRequest(input: $input) {
      __typename
      ... on DataRequest {
        id
      }
      ... on DomainError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          code
          message
        }
      }
    }
  }
`);

export const WithdrawDataRequestDocument = graphql(`
  mutation WithdrawDataRequest($input: WithdrawDataRequestInput!) {
    withdrawDataRequest(input: $input) {
      __typename
      ... on DataRequest {
        id
      }
      ... on DomainError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          code
          message
        }
      }
    }
  }
`);

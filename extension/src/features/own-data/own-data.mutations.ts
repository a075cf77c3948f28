import { graphql } from '../../../generated/index.ts';

export const FileDataRequestDocument = graphql(`
  mutation FileDataRequest($input: FileDataRequestInput!) {
    fileDataRequest(input: $input) {
      __typename
      ... on DataRequest {
        id
      }
      ...WriteRefusal
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
      ...WriteRefusal
    }
  }
`);

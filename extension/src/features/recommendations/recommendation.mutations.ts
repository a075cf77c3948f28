import { graphql } from '../../../generated/index.ts';

export const IssueRecommendationDocument = graphql(`
  mutation IssueRecommendation($input: IssueRecommendationInput!) {
    issueRecommendation(input: $input) {
      __typename
      ... on Recommendation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const AddFollowUpDocument = graphql(`
  mutation AddFollowUp($input: AddFollowUpInput!) {
    addFollowUp(input: $input) {
      __typename
      ... on Recommendation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const CloseRecommendationDocument = graphql(`
  mutation CloseRecommendation($input: CloseRecommendationInput!) {
    closeRecommendation(input: $input) {
      __typename
      ... on Recommendation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const WithdrawRecommendationDocument = graphql(`
  mutation WithdrawRecommendation($input: WithdrawRecommendationInput!) {
    withdrawRecommendation(input: $input) {
      __typename
      ... on Recommendation {
        id
      }
      ...WriteRefusal
    }
  }
`);

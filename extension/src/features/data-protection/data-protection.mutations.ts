import { graphql } from '../../../generated/index.ts';

export const AnswerDataRequestDocument = graphql(`
  mutation AnswerDataRequest($input: AnswerDataRequestInput!) {
    answerDataRequest(input: $input) {
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

export const CarryOutDataRequestDocument = graphql(`
  mutation CarryOutDataRequest($input: CarryOutDataRequestInput!) {
    carryOutDataRequest(input: $input) {
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

export const ExtendDataRequestDocument = graphql(`
  mutation ExtendDataRequest($input: ExtendDataRequestInput!) {
    extendDataRequest(input: $input) {
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

export const RestrictDataDocument = graphql(`
  mutation RestrictData($input: RestrictDataInput!) {
    restrictData(input: $input) {
      __typename
      ... on DataRestriction {
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

export const LiftRestrictionDocument = graphql(`
  mutation LiftRestriction($input: LiftRestrictionInput!) {
    liftRestriction(input: $input) {
      __typename
      ... on DataRestriction {
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

export const ProposeRetentionDocument = graphql(`
  mutation ProposeRetention($input: ProposeRetentionInput!) {
    proposeRetention(input: $input) {
      __typename
      ... on Job {
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

export const DecideRetentionDocument = graphql(`
  mutation DecideRetention($input: DecideRetentionInput!) {
    decideRetention(input: $input) {
      __typename
      ... on RetentionProposal {
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

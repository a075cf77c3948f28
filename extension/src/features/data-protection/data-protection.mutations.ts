import { graphql } from '../../../generated/index.ts';

export const AnswerDataRequestDocument = graphql(`
  mutation AnswerDataRequest($input: AnswerDataRequestInput!) {
    answerDataRequest(input: $input) {
      __typename
      ... on DataRequest {
        id
      }
      ...WriteRefusal
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
      ...WriteRefusal
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
      ...WriteRefusal
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
      ...WriteRefusal
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
      ...WriteRefusal
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
      ...WriteRefusal
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
      ...WriteRefusal
    }
  }
`);

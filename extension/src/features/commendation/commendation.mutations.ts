import { graphql } from '../../../generated/index.ts';

export const OpenCommendationRoundDocument = graphql(`
  mutation OpenCommendationRound($input: OpenCommendationRoundInput!) {
    openCommendationRound(input: $input) {
      __typename
      ... on CommendationRound {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const CloseCommendationRoundDocument = graphql(`
  mutation CloseCommendationRound($input: CloseCommendationRoundInput!) {
    closeCommendationRound(input: $input) {
      __typename
      ... on CommendationRound {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordCommendationDocument = graphql(`
  mutation RecordCommendation($input: RecordCommendationInput!) {
    recordCommendation(input: $input) {
      __typename
      ... on Commendation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordCommendationsDocument = graphql(`
  mutation RecordCommendations($input: RecordCommendationsInput!) {
    recordCommendations(input: $input) {
      __typename
      ... on CommendedRows {
        rows {
          index
          commendation {
            id
          }
          errors {
            path
            code
            message
          }
        }
      }
      ...WriteRefusal
    }
  }
`);

export const HoldCommendationDocument = graphql(`
  mutation HoldCommendation($input: HoldCommendationInput!) {
    holdCommendation(input: $input) {
      __typename
      ... on CommendationHold {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const LiftHoldDocument = graphql(`
  mutation LiftHold($input: LiftHoldInput!) {
    liftHold(input: $input) {
      __typename
      ... on CommendationHold {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RevokeCommendationDocument = graphql(`
  mutation RevokeCommendation($input: RevokeCommendationInput!) {
    revokeCommendation(input: $input) {
      __typename
      ... on Commendation {
        id
      }
      ...WriteRefusal
    }
  }
`);

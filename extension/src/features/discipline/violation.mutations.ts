import { graphql } from '../../../generated/index.ts';

export const OpenViolationDocument = graphql(`
  mutation OpenViolation($input: OpenViolationInput!) {
    openViolation(input: $input) {
      __typename
      ... on Violation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ChangeViolationDocument = graphql(`
  mutation ChangeViolation($input: ChangeViolationInput!) {
    changeViolation(input: $input) {
      __typename
      ... on Violation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const DismissViolationDocument = graphql(`
  mutation DismissViolation($input: DismissViolationInput!) {
    dismissViolation(input: $input) {
      __typename
      ... on Violation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const DeferViolationDocument = graphql(`
  mutation DeferViolation($input: DeferViolationInput!) {
    deferViolation(input: $input) {
      __typename
      ... on Violation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const EndDeferralDocument = graphql(`
  mutation EndDeferral($input: EndDeferralInput!) {
    endDeferral(input: $input) {
      __typename
      ... on Violation {
        id
      }
      ...WriteRefusal
    }
  }
`);

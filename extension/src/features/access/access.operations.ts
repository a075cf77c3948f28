import { graphql } from '../../../generated/index.ts';

export const TokenFragment = graphql(`
  fragment TokenRow_token on PersonalToken {
    id
    owner
    ownerCode
    isOwn
    name
    prefix
    scopes
    expiresAt
    lastUsedAt
    revokedReason
    state
  }
`);

export const OwnTokensDocument = graphql(`
  query OwnTokens {
    personalTokens {
      ...TokenRow_token
    }
  }
`);

export const TokensDocument = graphql(`
  query Tokens($filter: TokenFilter, $after: String) {
    tokens(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          ...TokenRow_token
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreatePersonalTokenDocument = graphql(`
  mutation CreatePersonalToken($input: CreatePersonalTokenInput!) {
    createPersonalToken(input: $input) {
      __typename
      ... on CreatedPersonalToken {
        secret
        token {
          ...TokenRow_token
        }
      }
      ...WriteRefusal
    }
  }
`);

export const RevokePersonalTokenDocument = graphql(`
  mutation RevokePersonalToken($input: RevokePersonalTokenInput!) {
    revokePersonalToken(input: $input) {
      __typename
      ... on PersonalToken {
        ...TokenRow_token
      }
      ...WriteRefusal
    }
  }
`);

export const GrantFragment = graphql(`
  fragment GrantRow_grant on Grant {
    id
    role
    holder
    unit {
      code
      name
    }
    from
    to
    document
    givenBy
    reviewDueOn
    revokedAt
    endedReason
    isActive
    canManage
  }
`);

export const GrantsDocument = graphql(`
  query Grants($filter: GrantFilter, $after: String) {
    grants(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          ...GrantRow_grant
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const GiveGrantDocument = graphql(`
  mutation GiveGrant($input: GiveGrantInput!) {
    giveGrant(input: $input) {
      __typename
      ... on Grant {
        ...GrantRow_grant
      }
      ...WriteRefusal
    }
  }
`);

export const EndGrantDocument = graphql(`
  mutation EndGrant($input: EndGrantInput!) {
    endGrant(input: $input) {
      __typename
      ... on Grant {
        ...GrantRow_grant
      }
      ...WriteRefusal
    }
  }
`);

export const ReviewGrantsDocument = graphql(`
  mutation ReviewGrants($input: ReviewGrantsInput!) {
    reviewGrants(input: $input) {
      __typename
      ... on ReviewedGrants {
        rows {
          index
          grant {
            ...GrantRow_grant
          }
          errors {
            message
          }
        }
      }
      ...WriteRefusal
    }
  }
`);

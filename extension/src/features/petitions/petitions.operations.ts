import { graphql } from '../../../generated/index.ts';

export const PetitionFragment = graphql(`
  fragment PetitionCard_petition on Petition {
    id
    state
    content
    filedAt
    receivedOn
    dueOn
    daysLeft
    outcome
    resolution
    documentNumber
    resolvedAt
    resolvedBy
    employee {
      id
      code
      name
    }
    classification {
      id
      year
      actions
      decision {
        level
        notClassified
      }
      unit {
        id
        shortName
      }
    }
    replacement {
      id
      decision {
        level
        notClassified
        number
      }
    }
  }
`);

export const PetitionsDocument = graphql(`
  query Petitions($filter: PetitionFilter!, $after: String) {
    petitions(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          ...PetitionCard_petition
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ResolvePetitionDocument = graphql(`
  mutation ResolvePetition($input: ResolvePetitionInput!) {
    resolvePetition(input: $input) {
      __typename
      ... on Petition {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const FilePetitionDocument = graphql(`
  mutation FilePetition($input: FilePetitionInput!) {
    filePetition(input: $input) {
      __typename
      ... on Petition {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const WithdrawPetitionDocument = graphql(`
  mutation WithdrawPetition($input: WithdrawPetitionInput!) {
    withdrawPetition(input: $input) {
      __typename
      ... on Petition {
        id
      }
      ...WriteRefusal
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const RecordInitiativeDocument = graphql(`
  mutation RecordInitiative($input: RecordInitiativeInput!) {
    recordInitiative(input: $input) {
      __typename
      ... on Initiative {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecogniseInitiativeDocument = graphql(`
  mutation RecogniseInitiative($input: RecogniseInitiativeInput!) {
    recogniseInitiative(input: $input) {
      __typename
      ... on Initiative {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RefuseInitiativeDocument = graphql(`
  mutation RefuseInitiative($input: RefuseInitiativeInput!) {
    refuseInitiative(input: $input) {
      __typename
      ... on Initiative {
        id
      }
      ...WriteRefusal
    }
  }
`);

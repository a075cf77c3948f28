import { graphql } from '../../../generated/index.ts';

/** What every write asks of a refusal: its code and sentence, and which inputs were wrong. */
export const WriteRefusalFragment = graphql(`
  fragment WriteRefusal on DomainError {
    __typename
    code
    message
    ... on InvalidInputError {
      fields {
        path
        code
        message
      }
    }
    ... on EvidenceRequiredError {
      path
    }
  }
`);

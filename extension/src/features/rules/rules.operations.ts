import { graphql } from '../../../generated/index.ts';

export const RuleSetsDocument = graphql(`
  query RuleSets {
    ruleSets {
      code
      version
      name
      kind
      subjectType
      effectiveFrom
      effectiveTo
      decisionNumber
      decidedOn
      agency {
        id
        code
        name
      }
      base {
        code
        version
        name
      }
      criteria {
        code
        name
        maximum
      }
      thresholds {
        level
        atLeast
      }
      parameters {
        name
        text
        value
        choices
        source {
          instrument
          clause
          certainty
        }
      }
      sources {
        instrument
        clause
        url
        certainty
      }
    }
  }
`);

export const PublishRuleSetDocument = graphql(`
  mutation PublishRuleSet($input: PublishRuleSetInput!) {
    publishRuleSet(input: $input) {
      __typename
      ... on RuleSet {
        name
      }
      ...WriteRefusal
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const ExplanationFragment = graphql(`
  fragment Explanation_score on PeriodScore {
    explanation {
      step
      rule
      value
      points
      text
      source {
        instrument
        clause
        url
        certainty
      }
      items {
        value
        task {
          id
          title
          documents {
            id
            number
            url
          }
        }
      }
    }
  }
`);

export const SheetFragment = graphql(`
  fragment Sheet_sheet on PeriodSheet {
    id
    period
    role
    state
    revision
    ruleSet {
      code
      version
    }
    criteria {
      code
      name
      group
      maximum
      selfPoints
      confirmedPoints
      remark
    }
    unitResult
    organising
    cohesion
    strengths
    limitations
    opinion
    canSelfScore
    canConfirm
    confirmedBy
    receipt {
      sequence
      hash
    }
    score {
      state
      provisional
      total
      display
      level
      general
      resultPoints
      quantity
      quality
      progress
      ...Explanation_score
    }
    revisions {
      revision
      state
      display
      changedBy
      changedAt
      reason
    }
  }
`);

export const SheetDocument = graphql(`
  query Sheet($employee: String!, $period: Period!) {
    employee(code: $employee) {
      id
      name
      periodSheet(period: $period) {
        id
        ...Sheet_sheet
      }
    }
  }
`);

/** What the live figure is worked out of; in one page, else the server's figure stands. */
export const ScoreItemsDocument = graphql(`
  query ScoreItems($employee: String!, $period: Period!) {
    tasks(filter: { employee: $employee, period: $period }, orderBy: DEADLINE, first: 100) {
      edges {
        node {
          id
          units
          origin
          outcome
          deadline
          errors
          delays
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const SelfScoreDocument = graphql(`
  mutation SelfScore($input: SelfScoreInput!) {
    selfScore(input: $input) {
      __typename
      ... on PeriodSheet {
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

export const ConfirmPeriodSheetDocument = graphql(`
  mutation ConfirmPeriodSheet($input: ConfirmPeriodSheetInput!) {
    confirmPeriodSheet(input: $input) {
      __typename
      ... on PeriodSheet {
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

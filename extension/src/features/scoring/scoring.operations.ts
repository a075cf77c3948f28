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
    unit {
      id
      code
      name
      shortName
    }
    unitResult
    unitResultNow
    unitResultSheets {
      id
      employee {
        id
        code
        name
        assignment {
          title
        }
      }
      score {
        display
        level
      }
    }
    organising
    organisingEvidence
    cohesion
    cohesionEvidence
    strengths
    limitations
    opinion
    canSelfScore
    canConfirm
    canCorrect
    confirmedBy
    confirmedAs
    confirmedAt
    notifiedAt
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

/** Somebody who changed unit within the month has a sheet in each; `periodSheet` is the one to begin with. */
export const SheetDocument = graphql(`
  query Sheet($employee: String!, $period: Period!) {
    employee(code: $employee) {
      id
      name
      periodSheet(period: $period) {
        id
      }
      periodResult(period: $period) {
        id
        revision
        closedAt
      }
    }
    periodSheets(filter: { employee: $employee, period: $period }, first: 10) {
      edges {
        node {
          id
          unit {
            id
            name
          }
          ...Sheet_sheet
        }
      }
    }
  }
`);

/** Where the person would stand in the quota if his month were outstanding; `total` null: not for the viewer to know. */
export const QuotaPlaceDocument = graphql(`
  query QuotaPlace($unit: String!, $period: Period!, $employee: String!) {
    quota(unit: $unit, period: $period, employee: $employee) {
      total {
        limit
      }
      person {
        group {
          limit
          outstanding
          place
          isExceeded
        }
        agency {
          limit
          outstanding
          place
          isExceeded
        }
      }
    }
  }
`);

/**
 * What the live figure is worked out of; in one page, else the server's figure stands. `unit` only where the month has a
 * sheet in another unit too: the tasks of each belong to its own.
 */
export const ScoreItemsDocument = graphql(`
  query ScoreItems($employee: String!, $period: Period!, $unit: String) {
    tasks(filter: { employee: $employee, period: $period, unit: $unit }, orderBy: DEADLINE, first: 100) {
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
      ...WriteRefusal
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
      ...WriteRefusal
    }
  }
`);

/** What the registers know beside the criteria of a sheet, within its period. */
export const SheetEvidenceDocument = graphql(`
  query SheetEvidence($sheet: ID!) {
    node(id: $sheet) {
      __typename
      id
      ... on PeriodSheet {
        evidence(first: 50) {
          edges {
            node {
              kind
              criteria
              on
              text
              positive
              certainty
            }
          }
        }
      }
    }
  }
`);

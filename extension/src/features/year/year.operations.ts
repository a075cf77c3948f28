import { graphql } from '../../../generated/index.ts';

export const YearRowFragment = graphql(`
  fragment YearLine_row on Classification {
    id
    rowRevision
    state
    post
    proposal
    proposedLevel
    scoreLevel
    meanDisplay
    flags
    actions
    group {
      code
      name
    }
    employee {
      id
      code
      name
      assignment {
        title
      }
    }
    unit {
      id
      shortName
    }
    decision {
      level
      notClassified
      number
    }
    calibration {
      after
      reason
      authorisedBy
    }
  }
`);

export const YearSheetsDocument = graphql(`
  query YearSheets($filter: ClassificationFilter!, $after: String) {
    classifications(filter: $filter, orderBy: UNIT, first: 50, after: $after) {
      edges {
        node {
          id
          ...YearLine_row
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The round of an agency, and the groups of similar work among which its people are compared. */
export const YearRoundDocument = graphql(`
  query YearRound($unit: String!, $year: Int!) {
    unit(code: $unit) {
      id
      code
      name
      groups {
        code
        name
      }
      agency {
        id
        code
        name
      }
      classificationRound(year: $year) {
        id
        state
        quotaBasis
        quotaMinOne
        quotaIncludeHead
        ratePercent
        rateDocument
        dueOn
        daysLeft
      }
    }
  }
`);

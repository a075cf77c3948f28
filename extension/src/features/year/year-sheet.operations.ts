import { graphql } from '../../../generated/index.ts';

export const YearSheetFragment = graphql(`
  fragment YearSheet_sheet on Classification {
    id
    year
    revision
    rowRevision
    current
    state
    post
    subjectType
    ruleSet
    ruleSetVersion
    workedMonths
    leave
    mean
    meanDisplay
    resultPoints
    quality
    delays
    selfLevel
    selfNote
    selfRatedAt
    scoreLevel
    proposedLevel
    proposal
    flags
    actions
    requiredSteps
    synthesis
    notifiedAt
    publishedAt
    concludedDegradation
    concludedCorruption
    concludedDocument
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
      name
    }
    authority {
      id
      name
    }
    months {
      period
      total
      display
      note
    }
    explanation {
      step
      rule
      text
      before
      after
      source {
        instrument
        clause
        url
        certainty
      }
      decision {
        id
        decisionNumber
        decidedOn
      }
      violation {
        id
        summary
      }
    }
    meeting {
      id
      heldOn
      kind
      chair
      secretary
      present
      absent
      content
      documentNumber
      unit {
        id
        name
      }
    }
    partyOpinion {
      body
      opinion
      givenOn
    }
    decision {
      level
      notClassified
      number
      decidedOn
      decidedBy
      reason
      overrideDocument
      handling
    }
    petitions {
      id
      ...PetitionCard_petition
    }
    revisions {
      id
      revision
      current
      state
      decision {
        level
        notClassified
        number
        decidedOn
        decidedBy
        reason
      }
    }
  }
`);

export const YearSheetDocument = graphql(`
  query YearSheet($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Classification {
        ...YearSheet_sheet
      }
    }
  }
`);

export const OwnYearDocument = graphql(`
  query OwnYear($code: String!, $year: Int!) {
    employee(code: $code) {
      id
      classification(year: $year) {
        id
        ...YearSheet_sheet
      }
    }
  }
`);

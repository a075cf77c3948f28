import { graphql } from '../../../generated/index.ts';

export const UnitResultsDocument = graphql(`
  query UnitResults($filter: UnitResultFilter!, $after: String) {
    unitResults(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          display
          selfLevel
          proposedLevel
          decidedLevel
          state
          unit {
            id
            code
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const UnitResultFragment = graphql(`
  fragment UnitResultView_result on UnitResult {
    id
    evidence {
      kind
      on
      text
    }
    year
    rowRevision
    state
    total
    display
    ruleSet
    ruleSetVersion
    selfLevel
    proposal
    proposedLevel
    suggestion
    tasksTotal
    tasksDone
    tasksLate
    tasksBeyond
    qualityMet
    defectsRemedied
    personnelWrongdoing
    forceMajeure
    complaints
    verification
    decidedLevel
    decisionNumber
    decidedOn
    decidedBy
    reason
    overrideDocument
    authority {
      id
      name
    }
    general {
      code
      name
      points
    }
    items {
      code
      name
      points
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
    }
  }
`);

export const UnitResultDocument = graphql(`
  query UnitResult($unit: String!, $year: Int!) {
    unit(code: $unit) {
      id
      code
      name
      unitResult(year: $year) {
        id
        ...UnitResultView_result
      }
    }
  }
`);

export const SubmitUnitResultDocument = graphql(`
  mutation SubmitUnitResult($input: SubmitUnitResultInput!) {
    submitUnitResult(input: $input) {
      __typename
      ... on UnitResult {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const DecideUnitResultDocument = graphql(`
  mutation DecideUnitResult($input: DecideUnitResultInput!) {
    decideUnitResult(input: $input) {
      __typename
      ... on UnitResult {
        id
      }
      ...WriteRefusal
    }
  }
`);

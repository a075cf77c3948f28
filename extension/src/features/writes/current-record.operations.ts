import { graphql } from '../../../generated/index.ts';

/** What a write that met a conflict would have changed, as it is now. */
export const CurrentRecordDocument = graphql(`
  query CurrentRecord($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Task {
        title
        outcome
        deadline
        errors
        delays
        revision
      }
      ... on TaskEvent {
        kind
        occurredOn
        note
        undone
      }
      ... on ObjectiveCause {
        causeState: state
        reason
        evidence
        decidedBy
      }
      ... on PeriodSheet {
        period
        state
        revision
        criteria {
          code
          selfPoints
          confirmedPoints
        }
      }
      ... on Classification {
        classificationState: state
        selfLevel
        proposedLevel
      }
      ... on UnitResult {
        unitResultState: state
        selfLevel
        decidedLevel
      }
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const RecordDisciplineDecisionDocument = graphql(`
  mutation RecordDisciplineDecision($input: RecordDisciplineDecisionInput!) {
    recordDisciplineDecision(input: $input) {
      __typename
      ... on DisciplineDecision {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const AnnulDisciplineDecisionDocument = graphql(`
  mutation AnnulDisciplineDecision($input: AnnulDisciplineDecisionInput!) {
    annulDisciplineDecision(input: $input) {
      __typename
      ... on DisciplineDecision {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ReplaceDisciplineDecisionDocument = graphql(`
  mutation ReplaceDisciplineDecision($input: ReplaceDisciplineDecisionInput!) {
    replaceDisciplineDecision(input: $input) {
      __typename
      ... on DisciplineDecision {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordComplaintDocument = graphql(`
  mutation RecordComplaint($input: RecordComplaintInput!) {
    recordComplaint(input: $input) {
      __typename
      ... on DisciplineDecision {
        id
      }
      ...WriteRefusal
    }
  }
`);

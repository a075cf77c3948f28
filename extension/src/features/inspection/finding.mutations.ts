import { graphql } from '../../../generated/index.ts';

export const PlanVisitDocument = graphql(`
  mutation PlanVisit($input: PlanVisitInput!) {
    planVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordVisitDocument = graphql(`
  mutation RecordVisit($input: RecordVisitInput!) {
    recordVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const CancelVisitDocument = graphql(`
  mutation CancelVisit($input: CancelVisitInput!) {
    cancelVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordFindingDocument = graphql(`
  mutation RecordFinding($input: RecordFindingInput!) {
    recordFinding(input: $input) {
      __typename
      ... on Finding {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const IssueFindingsDocument = graphql(`
  mutation IssueFindings($input: IssueFindingsInput!) {
    issueFindings(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RemedyFindingDocument = graphql(`
  mutation RemedyFinding($input: RemedyFindingInput!) {
    remedyFinding(input: $input) {
      __typename
      ... on Finding {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const SpreadFindingDocument = graphql(`
  mutation SpreadFinding($input: SpreadFindingInput!) {
    spreadFinding(input: $input) {
      __typename
      ... on Finding {
        id
      }
      ...WriteRefusal
    }
  }
`);

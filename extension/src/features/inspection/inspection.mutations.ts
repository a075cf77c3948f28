import { graphql } from '../../../generated/index.ts';

export const CreateInspectionPlanDocument = graphql(`
  mutation CreateInspectionPlan($input: CreateInspectionPlanInput!) {
    createInspectionPlan(input: $input) {
      __typename
      ... on InspectionPlan {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const IssuePlanDocument = graphql(`
  mutation IssuePlan($input: IssuePlanInput!) {
    issuePlan(input: $input) {
      __typename
      ... on InspectionPlan {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const SaveInspectionDocument = graphql(`
  mutation SaveInspection($input: SaveInspectionInput!) {
    saveInspection(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const SetTeamDocument = graphql(`
  mutation SetTeam($input: SetTeamInput!) {
    setTeam(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const StartInspectionDocument = graphql(`
  mutation StartInspection($input: StartInspectionInput!) {
    startInspection(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const EndInspectionDocument = graphql(`
  mutation EndInspection($input: EndInspectionInput!) {
    endInspection(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const IssueConclusionDocument = graphql(`
  mutation IssueConclusion($input: IssueConclusionInput!) {
    issueConclusion(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordImplementingDocument = graphql(`
  mutation RecordImplementing($input: RecordImplementingInput!) {
    recordImplementing(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const CancelInspectionDocument = graphql(`
  mutation CancelInspection($input: CancelInspectionInput!) {
    cancelInspection(input: $input) {
      __typename
      ... on Inspection {
        id
      }
      ...WriteRefusal
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const OpenYearDocument = graphql(`
  mutation OpenYear($input: OpenYearInput!) {
    openYear(input: $input) {
      __typename
      ... on OpenedYear {
        added
        refreshed
        leftOut {
          reason
          employee {
            id
            name
          }
        }
      }
      ...WriteRefusal
    }
  }
`);

export const RecordMeetingDocument = graphql(`
  mutation RecordMeeting($input: RecordMeetingInput!) {
    recordMeeting(input: $input) {
      __typename
      ... on ClassificationMeeting {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ProposeLevelsDocument = graphql(`
  mutation ProposeLevels($input: ProposeLevelsInput!) {
    proposeLevels(input: $input) {
      __typename
      ... on ProposedYear {
        pool
        limit
        proposed
        open {
          reasons
          classification {
            id
            employee {
              id
              name
            }
          }
        }
      }
      ...WriteRefusal
    }
  }
`);

export const DecideClassificationsDocument = graphql(`
  mutation DecideClassifications($input: DecideClassificationsInput!) {
    decideClassifications(input: $input) {
      __typename
      ... on DecidedClassifications {
        rows {
          index
          errors {
            path
            code
            message
          }
        }
      }
      ...WriteRefusal
    }
  }
`);

export const NotifyClassificationsDocument = graphql(`
  mutation NotifyClassifications($input: NotifyClassificationsInput!) {
    notifyClassifications(input: $input) {
      __typename
      ... on ToldPeople {
        count
      }
      ...WriteRefusal
    }
  }
`);

export const PublishClassificationsDocument = graphql(`
  mutation PublishClassifications($input: PublishClassificationsInput!) {
    publishClassifications(input: $input) {
      __typename
      ... on ToldPeople {
        count
      }
      ...WriteRefusal
    }
  }
`);

export const SelfRateDocument = graphql(`
  mutation SelfRate($input: SelfRateInput!) {
    selfRate(input: $input) {
      __typename
      ... on Classification {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordPartyOpinionDocument = graphql(`
  mutation RecordPartyOpinion($input: RecordPartyOpinionInput!) {
    recordPartyOpinion(input: $input) {
      __typename
      ... on Classification {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const SynthesiseDocument = graphql(`
  mutation Synthesise($input: SynthesiseInput!) {
    synthesise(input: $input) {
      __typename
      ... on Classification {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const SupersedeClassificationDocument = graphql(`
  mutation SupersedeClassification($input: SupersedeClassificationInput!) {
    supersedeClassification(input: $input) {
      __typename
      ... on Classification {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordConclusionDocument = graphql(`
  mutation RecordConclusion($input: RecordConclusionInput!) {
    recordConclusion(input: $input) {
      __typename
      ... on Classification {
        id
      }
      ...WriteRefusal
    }
  }
`);

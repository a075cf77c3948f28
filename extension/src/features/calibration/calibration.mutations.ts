import { graphql } from '../../../generated/index.ts';

export const OpenCalibrationDocument = graphql(`
  mutation OpenCalibration($input: OpenCalibrationInput!) {
    openCalibration(input: $input) {
      __typename
      ... on CalibrationSession {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const JoinCalibrationDocument = graphql(`
  mutation JoinCalibration($input: JoinCalibrationInput!) {
    joinCalibration(input: $input) {
      __typename
      ... on CalibrationSession {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ProposeCalibratedDocument = graphql(`
  mutation ProposeCalibrated($input: ProposeCalibratedInput!) {
    proposeCalibrated(input: $input) {
      __typename
      ... on CalibratedRows {
        session {
          id
        }
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

export const SubmitCalibrationDocument = graphql(`
  mutation SubmitCalibration($input: SubmitCalibrationInput!) {
    submitCalibration(input: $input) {
      __typename
      ... on CalibrationSession {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RevealCalibrationDocument = graphql(`
  mutation RevealCalibration($input: RevealCalibrationInput!) {
    revealCalibration(input: $input) {
      __typename
      ... on CalibrationSession {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ChangeCalibratedDocument = graphql(`
  mutation ChangeCalibrated($input: ChangeCalibratedInput!) {
    changeCalibrated(input: $input) {
      __typename
      ... on CalibrationSession {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const LockCalibrationDocument = graphql(`
  mutation LockCalibration($input: LockCalibrationInput!) {
    lockCalibration(input: $input) {
      __typename
      ... on CalibrationSession {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const CancelCalibrationDocument = graphql(`
  mutation CancelCalibration($input: CancelCalibrationInput!) {
    cancelCalibration(input: $input) {
      __typename
      ... on CalibrationSession {
        id
      }
      ...WriteRefusal
    }
  }
`);

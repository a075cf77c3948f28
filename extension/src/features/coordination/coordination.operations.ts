import { graphql } from '../../../generated/index.ts';

export const CoordinationFragment = graphql(`
  fragment CoordinationCard_request on CoordinationRequest {
    id
    number
    subject
    askedOn
    dueOn
    overdue
    answeredOn
    answerDocument
    answeredInTime
    clear
    state
    revision
    actions
    askingUnit {
      id
      name
    }
    askedUnit {
      id
      name
    }
    employee {
      id
      name
    }
  }
`);

export const CoordinationRequestsDocument = graphql(`
  query CoordinationRequests($filter: CoordinationFilter!, $after: String) {
    coordinationRequests(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          ...CoordinationCard_request
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AskCoordinationDocument = graphql(`
  mutation AskCoordination($input: AskCoordinationInput!) {
    askCoordination(input: $input) {
      __typename
      ... on CoordinationRequest {
        id
        number
      }
      ...WriteRefusal
    }
  }
`);

export const AnswerCoordinationDocument = graphql(`
  mutation AnswerCoordination($input: AnswerCoordinationInput!) {
    answerCoordination(input: $input) {
      __typename
      ... on CoordinationRequest {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const JudgeCoordinationDocument = graphql(`
  mutation JudgeCoordination($input: JudgeCoordinationInput!) {
    judgeCoordination(input: $input) {
      __typename
      ... on CoordinationRequest {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const WithdrawCoordinationDocument = graphql(`
  mutation WithdrawCoordination($input: WithdrawCoordinationInput!) {
    withdrawCoordination(input: $input) {
      __typename
      ... on CoordinationRequest {
        id
      }
      ...WriteRefusal
    }
  }
`);

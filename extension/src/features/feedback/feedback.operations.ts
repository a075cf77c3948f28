import { graphql } from '../../../generated/index.ts';

export const FeedbackRegisterDocument = graphql(`
  query FeedbackRegister($filter: FeedbackFilter!, $after: String) {
    feedback(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          number
          kind
          topic
          receivedOn
          dueOn
          state
          overdue
          answeredInTime
          outcome
          unit {
            id
            name
          }
          employee {
            id
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

export const FeedbackFragment = graphql(`
  fragment FeedbackView_feedback on Feedback {
    id
    number
    kind
    channel
    topic
    receivedOn
    content
    dueOn
    overdue
    assignedOn
    answeredOn
    answerDocument
    outcome
    answeredInTime
    state
    revision
    actions
    unit {
      id
      name
    }
    employee {
      id
      code
      name
    }
    assignedUnit {
      id
      name
    }
    handler {
      id
      code
      name
    }
  }
`);

export const OneFeedbackDocument = graphql(`
  query OneFeedback($id: ID!) {
    node(id: $id) {
      id
      ... on Feedback {
        ...FeedbackView_feedback
      }
    }
  }
`);

export const ReceiveFeedbackDocument = graphql(`
  mutation ReceiveFeedback($input: ReceiveFeedbackInput!) {
    receiveFeedback(input: $input) {
      __typename
      ... on Feedback {
        id
        number
      }
      ...WriteRefusal
    }
  }
`);

export const AssignFeedbackDocument = graphql(`
  mutation AssignFeedback($input: AssignFeedbackInput!) {
    assignFeedback(input: $input) {
      __typename
      ... on Feedback {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const AnswerFeedbackDocument = graphql(`
  mutation AnswerFeedback($input: AnswerFeedbackInput!) {
    answerFeedback(input: $input) {
      __typename
      ... on Feedback {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const CloseFeedbackDocument = graphql(`
  mutation CloseFeedback($input: CloseFeedbackInput!) {
    closeFeedback(input: $input) {
      __typename
      ... on Feedback {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RevealFeedbackSenderDocument = graphql(`
  mutation RevealFeedbackSender($input: RevealFeedbackSenderInput!) {
    revealFeedbackSender(input: $input) {
      __typename
      ... on FeedbackSender {
        name
        contact
      }
      ...WriteRefusal
    }
  }
`);

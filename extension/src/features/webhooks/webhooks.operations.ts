import { graphql } from '../../../generated/index.ts';

export const SetAsideEventsFragment = graphql(`
  fragment SetAsideEvents_webhook on Webhook {
    id
    name
    state
    setAsideCount
    setAside(first: 50) {
      edges {
        node {
          messageId
          event
          state
          at
          attempts
          lastStatus
          lastError
        }
      }
    }
  }
`);

export const WebhookFragment = graphql(`
  fragment WebhookCard_webhook on Webhook {
    id
    name
    url
    unit {
      code
      name
    }
    events
    state
    disabledReason
    previousSecretUntil
    failedAttempts
    nextAttemptAt
    lastError
    lastDeliveredAt
    failingSince
    revision
    ...SetAsideEvents_webhook
    attempts(first: 10) {
      edges {
        node {
          event
          messageId
          at
          status
          error
          milliseconds
        }
      }
    }
  }
`);

export const WebhooksDocument = graphql(`
  query Webhooks($after: String) {
    webhooks(first: 20, after: $after) {
      edges {
        node {
          ...WebhookCard_webhook
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateWebhookDocument = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      __typename
      ... on WebhookWithSecret {
        secret
        webhook {
          ...WebhookCard_webhook
        }
      }
      ...WriteRefusal
    }
  }
`);

export const RotateWebhookSecretDocument = graphql(`
  mutation RotateWebhookSecret($input: WebhookCommandInput!) {
    rotateWebhookSecret(input: $input) {
      __typename
      ... on WebhookWithSecret {
        secret
        webhook {
          ...WebhookCard_webhook
        }
      }
      ...WriteRefusal
    }
  }
`);

export const PauseWebhookDocument = graphql(`
  mutation PauseWebhook($input: WebhookCommandInput!) {
    pauseWebhook(input: $input) {
      __typename
      ... on Webhook {
        ...WebhookCard_webhook
      }
      ...WriteRefusal
    }
  }
`);

export const ResumeWebhookDocument = graphql(`
  mutation ResumeWebhook($input: WebhookCommandInput!) {
    resumeWebhook(input: $input) {
      __typename
      ... on Webhook {
        ...WebhookCard_webhook
      }
      ...WriteRefusal
    }
  }
`);

export const DisableWebhookDocument = graphql(`
  mutation DisableWebhook($input: DisableWebhookInput!) {
    disableWebhook(input: $input) {
      __typename
      ... on Webhook {
        ...WebhookCard_webhook
      }
      ...WriteRefusal
    }
  }
`);

export const TestWebhookDocument = graphql(`
  mutation TestWebhook($input: TestWebhookInput!) {
    testWebhook(input: $input) {
      __typename
      ... on Webhook {
        ...WebhookCard_webhook
      }
      ...WriteRefusal
    }
  }
`);

export const ResendWebhookEventsDocument = graphql(`
  mutation ResendWebhookEvents($input: SetAsideEventsInput!) {
    resendWebhookEvents(input: $input) {
      __typename
      ... on Webhook {
        ...WebhookCard_webhook
      }
      ...WriteRefusal
    }
  }
`);

export const DismissWebhookEventsDocument = graphql(`
  mutation DismissWebhookEvents($input: SetAsideEventsInput!) {
    dismissWebhookEvents(input: $input) {
      __typename
      ... on Webhook {
        ...WebhookCard_webhook
      }
      ...WriteRefusal
    }
  }
`);

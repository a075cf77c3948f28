import { graphql } from '../../../generated/index.ts';

/** Whom one has chosen for a page's own handler ids. */
export const HandlerChoicesDocument = graphql(`
  query HandlerChoices($host: String!) {
    handlerChoices(host: $host) {
      handler
      employee {
        id
        code
      }
    }
  }
`);

export const RememberHandlerDocument = graphql(`
  mutation RememberHandler($input: RememberHandlerInput!) {
    rememberHandler(input: $input) {
      __typename
      ... on HandlerChoice {
        handler
      }
      ...WriteRefusal
    }
  }
`);

export const ForgetHandlerDocument = graphql(`
  mutation ForgetHandler($input: ForgetHandlerInput!) {
    forgetHandler(input: $input) {
      __typename
      ... on ForgottenHandler {
        handler
      }
      ...WriteRefusal
    }
  }
`);

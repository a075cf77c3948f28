import { graphql } from '../../../generated/index.ts';

export const ProductsDocument = graphql(`
  query Products($search: String) {
    products(search: $search, first: 20) {
      edges {
        node {
          id
          code
          name
          coefficient
        }
      }
    }
  }
`);

export const PreviewScoreFragment = graphql(`
  fragment ScoreFigure_score on PeriodScore {
    state
    provisional
    display
    total
    level
  }
`);

export const TaskPreviewDocument = graphql(`
  query TaskPreview($input: TaskPreviewInput!) {
    taskPreview(input: $input) {
      __typename
      ... on TaskPreview {
        origin
        units
        period
        text
        before {
          ...ScoreFigure_score
        }
        afterDone {
          ...ScoreFigure_score
        }
        afterNotDone {
          ...ScoreFigure_score
        }
      }
      ... on InvalidInputError {
        code
        fields {
          path
          code
        }
      }
    }
  }
`);

export const AssignTaskDocument = graphql(`
  mutation AssignTask($input: AssignTaskInput!) {
    assignTask(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

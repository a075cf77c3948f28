import { graphql } from '../../../generated/index.ts';

export const SummariesDocument = graphql(`
  query Summaries($filter: SummaryFilter!, $after: String) {
    summaries(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          number
          title
          kind
          frozenAt
          frozenBy
          superseded {
            what
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

export const SummaryDocument = graphql(`
  query Summary($id: ID!) {
    node(id: $id) {
      __typename
      ... on Summary {
        id
        number
        title
        kind
        purpose
        frozenAt
        frozenBy
        inputsSha256
        bodySha256
        unit {
          id
          code
          name
        }
        receipt {
          sequence
          keyId
        }
        recomputed {
          same
        }
        superseded {
          what
          was
          is
          at
          arrived
          employee {
            id
            code
            name
          }
        }
        body {
          heading
          lines
          tables {
            title
            columns {
              key
              title
              numeric
            }
            rows
            notes {
              text
              certainty
            }
          }
        }
      }
    }
  }
`);

export const SummaryPullsDocument = graphql(`
  query SummaryPulls($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      ... on Summary {
        id
        pulls(first: 20, after: $after) {
          edges {
            node {
              at
              by
              purpose
              format
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const FreezeSummaryDocument = graphql(`
  mutation FreezeSummary($input: FreezeSummaryInput!) {
    freezeSummary(input: $input) {
      __typename
      ... on Summary {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const PullSummaryDocument = graphql(`
  mutation PullSummary($input: PullSummaryInput!) {
    pullSummary(input: $input) {
      __typename
      ... on Summary {
        id
      }
      ...WriteRefusal
    }
  }
`);

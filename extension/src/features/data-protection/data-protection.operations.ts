import { graphql } from '../../../generated/index.ts';

export const DataRequestsDocument = graphql(`
  query DataRequests($filter: DataRequestFilter!, $after: String) {
    dataRequests(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          kind
          subject
          requestState: state
          receivedAt
          dueOn
          overdue
          employee {
            id
            code
            name
            assignment {
              unit {
                id
                shortName
              }
            }
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

export const DataRequestDocument = graphql(`
  query DataRequest($id: ID!) {
    node(id: $id) {
      __typename
      ... on DataRequest {
        id
        kind
        subject
        content
        thirdParties
        requestState: state
        receivedAt
        answerDueOn
        answeredAt
        answer
        carryOutDueOn
        extendedTo
        extensionReason
        carriedOutAt
        result
        handledBy
        dueOn
        overdue
        dueCertainty
        way
        revision
        requestActions: actions
        employee {
          id
          code
          name
        }
        restrictions {
          id
          scope
          from
          liftedOn
          recordedBy
        }
      }
    }
  }
`);

export const RetentionProposalsDocument = graphql(`
  query RetentionProposals($unit: String, $after: String) {
    retentionProposals(unit: $unit, first: 50, after: $after) {
      edges {
        node {
          id
          entity
          cutoff
          rows
          proposalState: state
          proposedBy
          proposedAt
          decidedBy
          decidedAt
          done
          reason
          canConfirm
          unit {
            id
            name
          }
          basis {
            years
            text
            instrument
            clause
            certainty
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

import { graphql } from '../../../generated/index.ts';

/** How much waits for the viewer, without a name: asked in the background every few minutes. */
export const WaitingCountsDocument = graphql(`
  query WaitingCounts {
    waiting {
      total
      tasksToConfirm
      causesToDecide
      sheetsToScore
      sheetsToNotify
      ownSheets
      ownRatings
      ownPetitions
      petitions
      decisions
      unitResults
      proposals
      exports
      violations
      recommendations
      recommendationsToClose
      conclusions
      feedback
      coordination
      dataRequests
      retention
      commendationsToReview
      unitResultsToReview
    }
  }
`);

/** What waits, the most urgent first; reading it is logged, since it names people. */
export const WaitingItemsDocument = graphql(`
  query WaitingItems($after: String) {
    waiting {
      total
      items(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            kind
            title
            dueOn
            daysLeft
            period
            target
            targetType
          }
        }
      }
    }
  }
`);

/** Whose task or sheet it is. */
export const WaitingPersonDocument = graphql(`
  query WaitingPerson($id: ID!) {
    node(id: $id) {
      __typename
      ... on Task {
        id
        employee {
          id
          code
          name
          assignment {
            title
          }
        }
      }
      ... on PeriodSheet {
        id
        employee {
          id
          code
          name
          assignment {
            title
          }
        }
      }
    }
  }
`);

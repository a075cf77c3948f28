import { graphql } from '../../../generated/index.ts';

export const CommendationsDocument = graphql(`
  query Commendations($filter: CommendationFilter, $after: String) {
    commendations(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          title
          form
          decisionNumber
          decidedOn
          year
          state
          employee {
            id
            code
            name
          }
          unit {
            id
            name
            shortName
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

export const CommendationFragment = graphql(`
  fragment CommendationView_commendation on Commendation {
    id
    title
    form
    kind
    decisionNumber
    decidedOn
    issuer
    reason
    year
    achievedFrom
    achievedTo
    bonusMultiple
    bonusAmount
    state
    revision
    actions
    employee {
      id
      code
      name
    }
    unit {
      id
      name
    }
    initiatives {
      id
      code
      title
    }
    dependents {
      id
      title
      year
      decisionNumber
      decidedOn
    }
    revocation {
      on
      ground
      document
      reason
      bonusReturned
    }
  }
`);

export const CommendationRecordDocument = graphql(`
  query CommendationRecord($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Commendation {
        ...CommendationView_commendation
      }
    }
  }
`);

export const CandidatesDocument = graphql(`
  query Candidates(
    $unit: String!
    $year: Int!
    $title: String!
    $state: [CandidateState!]
    $search: String
    $after: String
  ) {
    candidates(unit: $unit, year: $year, title: $title, state: $state, search: $search, first: 50, after: $after) {
      counts {
        state
        count
      }
      quota {
        percent
        limit
        awarded
      }
      edges {
        node {
          employee {
            id
            code
            name
          }
          unit {
            id
            shortName
          }
          level
          state
          decided
          missing {
            needed
            found
            certainty
          }
          toConfirm {
            text
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

export const CommendationStandingDocument = graphql(`
  query CommendationStanding($unit: String!, $year: Int!) {
    commendationStanding(unit: $unit, year: $year) {
      title
      name
      subject
      eligible
      missing
      held
      awarded
      quota {
        percent
        limit
        used
        left
      }
      source {
        certainty
      }
    }
  }
`);

export const CollectiveCandidatesDocument = graphql(`
  query CollectiveCandidates($unit: String!, $year: Int!, $title: String!) {
    collectiveCandidates(unit: $unit, year: $year, title: $title) {
      unit {
        id
        code
        name
      }
      members
      level
      state
      shares {
        title
        members
        share
        needed
        source {
          certainty
        }
      }
      missing {
        needed
        found
        certainty
      }
      toConfirm {
        text
      }
    }
  }
`);

export const RoundsDocument = graphql(`
  query CommendationRounds($filter: CommendationRoundFilter, $after: String) {
    commendationRounds(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          year
          state
          baseTitleQuotaPercent
          baseSalary
          openedAt
          closedAt
          revision
          actions
          agency {
            id
            code
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

export const HoldsDocument = graphql(`
  query CommendationHolds($round: ID!, $after: String) {
    commendationHolds(round: $round, first: 50, after: $after) {
      edges {
        node {
          id
          reason
          document
          from
          liftedOn
          liftReason
          actions
          employee {
            id
            name
          }
          unit {
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

export const InitiativesDocument = graphql(`
  query Initiatives($filter: InitiativeFilter, $after: String) {
    initiatives(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          code
          title
          summary
          year
          kind
          level
          influence
          applied
          state
          decisionNumber
          recognisedOn
          revision
          actions
          unit {
            id
            shortName
          }
          authors {
            id
            name
          }
          finding {
            id
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

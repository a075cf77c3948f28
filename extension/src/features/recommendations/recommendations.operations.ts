import { graphql } from '../../../generated/index.ts';

export const UnitOrPersonFragment = graphql(`
  fragment UnitOrPerson_place on UnitOrPerson {
    __typename
    ... on Unit {
      id
      code
      unitName: name
    }
    ... on Employee {
      id
      code
      name
    }
  }
`);

export const RecommendationsDocument = graphql(`
  query Recommendations($filter: RecommendationFilter, $after: String) {
    recommendations(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          kind
          content
          issuedOn
          dueOn
          overdue
          state
          target {
            ...UnitOrPerson_place
          }
          owner {
            ...UnitOrPerson_place
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

export const RecommendationFragment = graphql(`
  fragment RecommendationView_recommendation on Recommendation {
    id
    kind
    content
    amount
    issuedOn
    dueOn
    overdue
    state
    doneOn
    closedOn
    closedBy
    revision
    actions
    target {
      ...UnitOrPerson_place
    }
    owner {
      ...UnitOrPerson_place
    }
    inspection {
      id
      title
    }
    finding {
      id
      description
    }
    violations {
      id
      summary
      actFrom
    }
    followUps {
      id
      state
      note
      proof
      at
      by
    }
  }
`);

export const RecommendationRecordDocument = graphql(`
  query RecommendationRecord($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Recommendation {
        ...RecommendationView_recommendation
      }
    }
  }
`);

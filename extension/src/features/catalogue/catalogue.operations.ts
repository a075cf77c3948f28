import { graphql } from '../../../generated/index.ts';

export const CatalogueVersionsDocument = graphql(`
  query CatalogueVersions {
    catalogueVersions {
      code
      name
      decisionNumber
      decidedOn
      validFrom
      validTo
      standardPoints
      certainty
    }
  }
`);

export const CatalogueProductsDocument = graphql(`
  query CatalogueProducts($after: String) {
    catalogueVersions {
      code
      name
      validFrom
      validTo
      products(first: 100, after: $after) {
        edges {
          node {
            id
            code
            name
            group
            points
            coefficient
            unitOfWork
            certainty
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CatalogueProposalsDocument = graphql(`
  query CatalogueProposals($filter: CatalogueProposalFilter!, $after: String) {
    catalogueProposals(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          revision
          code
          name
          group
          points
          unitOfWork
          reason
          note
          state
          proposedBy
          proposedAt
          unit {
            id
            shortName
          }
          mergedInto {
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

export const ProposeProductDocument = graphql(`
  mutation ProposeProduct($input: ProposeProductInput!) {
    proposeProduct(input: $input) {
      __typename
      ... on CatalogueProposal {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ConsolidateProposalsDocument = graphql(`
  mutation ConsolidateProposals($input: ConsolidateProposalsInput!) {
    consolidateProposals(input: $input) {
      __typename
      ... on CatalogueProposal {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const DecideCatalogueDocument = graphql(`
  mutation DecideCatalogue($input: DecideCatalogueInput!) {
    decideCatalogue(input: $input) {
      __typename
      ... on CatalogueVersion {
        name
      }
      ...WriteRefusal
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const SiteAdaptersDocument = graphql(`
  query SiteAdapters($after: String) {
    siteAdapters(first: 50, after: $after) {
      edges {
        node {
          id
          name
          title
          latestVersion
          openReports
          publications {
            id
            version
            withdrawnAt
            unit {
              id
              code
              shortName
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

export const SiteAdapterDocument = graphql(`
  query SiteAdapter($name: String!) {
    siteAdapter(name: $name) {
      id
      name
      title
      latestVersion
      publications {
        id
        version
        publishedAt
        publishedBy
        withdrawnAt
        unit {
          id
          code
          name
        }
      }
      versions(first: 20) {
        edges {
          node {
            id
            version
            content
            note
            createdAt
            createdBy
          }
        }
      }
    }
  }
`);

export const AdapterVersionDocument = graphql(`
  query AdapterVersion($name: String!, $version: Int!) {
    siteAdapter(name: $name) {
      id
      name
      title
      version(version: $version) {
        id
        version
        content
        savedPages {
          name
          html
          expected
        }
      }
    }
  }
`);

export const SaveSiteAdapterDocument = graphql(`
  mutation SaveSiteAdapter($input: SaveSiteAdapterInput!) {
    saveSiteAdapter(input: $input) {
      __typename
      ... on SiteAdapter {
        id
        name
        title
        latestVersion
      }
      ...WriteRefusal
    }
  }
`);

export const PublishSiteAdapterDocument = graphql(`
  mutation PublishSiteAdapter($input: PublishSiteAdapterInput!) {
    publishSiteAdapter(input: $input) {
      __typename
      ... on SiteAdapter {
        id
        name
      }
      ...WriteRefusal
    }
  }
`);

export const WithdrawSiteAdapterDocument = graphql(`
  mutation WithdrawSiteAdapter($input: WithdrawSiteAdapterInput!) {
    withdrawSiteAdapter(input: $input) {
      __typename
      ... on SiteAdapter {
        id
        name
      }
      ...WriteRefusal
    }
  }
`);

export const AdapterReportsDocument = graphql(`
  query AdapterReports($after: String) {
    adapterReports(first: 50, after: $after, state: OPEN) {
      edges {
        node {
          id
          adapter
          version
          host
          path
          kind
          day
          found
          read
          secret
          count
          lastAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CloseAdapterReportDocument = graphql(`
  mutation CloseAdapterReport($input: CloseAdapterReportInput!) {
    closeAdapterReport(input: $input) {
      __typename
      ... on AdapterReport {
        id
      }
      ...WriteRefusal
    }
  }
`);

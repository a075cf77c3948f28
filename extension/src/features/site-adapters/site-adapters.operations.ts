import { graphql } from '../../../generated/index.ts';

/** The adapters published for the signed-in person's units, or for everyone. */
export const PublishedAdaptersDocument = graphql(`
  query PublishedAdapters {
    publishedAdapters {
      name
      version
      content
      publishedAt
    }
  }
`);

/** That an adapter could not read its page: figures, host and the shape of the path; nothing of what the page says. */
export const ReportAdapterDocument = graphql(`
  mutation ReportAdapter($input: ReportAdapterInput!) {
    reportAdapter(input: $input) {
      __typename
    }
  }
`);

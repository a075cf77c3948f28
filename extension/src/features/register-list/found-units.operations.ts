import { graphql } from '../../../generated/index.ts';

/** Units one may see whose name, with or without tones, or code holds the text; all of them without one. */
export const FoundUnitsDocument = graphql(`
  query FoundUnits($search: String, $after: String) {
    units(filter: { search: $search }, orderBy: CODE, first: 50, after: $after) {
      edges {
        node {
          id
          code
          name
          level
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const UnitNameDocument = graphql(`
  query UnitName($code: String!) {
    unit(code: $code) {
      id
      code
      name
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

/** Units one may see, at or below one where it is given, whose name, with or without tones, or code holds the text. */
export const FoundUnitsDocument = graphql(`
  query FoundUnits($under: String, $search: String, $after: String) {
    units(filter: { under: $under, search: $search }, orderBy: CODE, first: 50, after: $after) {
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

import { graphql } from '../../../generated/index.ts';

/** Units at and below one, to choose among; `unit` tells whose agency they are to be of. */
export const OfferedUnitsDocument = graphql(`
  query OfferedUnits($under: String!, $search: String) {
    unit(code: $under) {
      id
      agency {
        id
        code
      }
    }
    units(filter: { under: $under, search: $search }, orderBy: CODE, first: 50) {
      edges {
        node {
          id
          code
          name
          level
          agency {
            id
            code
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const RankingRowFragment = graphql(`
  fragment RankingLine_row on RankingRow {
    rank
    total
    display
    level
    general
    resultPoints
    decidingKey
    reasons
    employee {
      id
      code
      name
    }
    assignment {
      title
      unit {
        id
        shortName
      }
    }
    blocks {
      kind
      text
    }
  }
`);

export const RankingDocument = graphql(`
  query Ranking($unit: String!, $period: Period!, $group: String, $filter: RankingFilter, $after: String) {
    ranking(unit: $unit, period: $period, group: $group, filter: $filter) {
      provisional
      total
      unit {
        id
        name
        groups {
          code
          name
        }
      }
      group {
        code
        name
      }
      levels {
        level
        count
      }
      withoutDataCount
      withoutData {
        id
        name
      }
      rows(first: 100, after: $after) {
        edges {
          cursor
          node {
            rank
            employee {
              id
            }
            ...RankingLine_row
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

export const RankingUnitsDocument = graphql(`
  query RankingUnits {
    units(orderBy: CODE, first: 100) {
      edges {
        node {
          id
          code
          name
          level
        }
      }
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const ComparableGroupsDocument = graphql(`
  query ComparableGroups($unit: String!, $period: Period!) {
    comparableGroups(unit: $unit, period: $period) {
      agency {
        id
        code
        name
        shortName
      }
      group {
        code
        name
      }
      family {
        code
        name
      }
      people
      scored
    }
  }
`);

export const PlaceFragment = graphql(`
  fragment PlaceLine_row on RankingRow {
    rank
    level
    general
    resultPoints
    quantity
    quality
    progress
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
    keys {
      key
      value
      text
      decides
    }
    years {
      year
      level
      notClassified
      family {
        code
      }
    }
    blocks {
      text
    }
  }
`);

export const RankingDocument = graphql(`
  query Ranking(
    $unit: String!
    $period: Period!
    $agency: String
    $group: String
    $family: String
    $years: Int
    $filter: RankingFilter
    $after: String
  ) {
    ranking(
      unit: $unit
      period: $period
      agency: $agency
      group: $group
      family: $family
      years: $years
      filter: $filter
    ) {
      total
      wholeGroup
      yearsBasis
      keys
      awardWeights {
        text
        source {
          certainty
        }
      }
      levels {
        level
        count
      }
      rows(first: 50, after: $after) {
        totalCount
        edges {
          cursor
          node {
            ...PlaceLine_row
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

export const RankingPlotsDocument = graphql(`
  query RankingPlots(
    $unit: String!
    $period: Period!
    $agency: String
    $group: String
    $family: String
  ) {
    ranking(unit: $unit, period: $period, agency: $agency, group: $group, family: $family) {
      distribution {
        bins {
          count
        }
        quartiles {
          q1
          median
          q3
        }
        mean
      }
      nineBoxBounds {
        source {
          certainty
        }
      }
      nineBox {
        column
        row
        name
        count
      }
      cells {
        result
        general
        level
        count
      }
    }
  }
`);

export const RankingApartDocument = graphql(`
  query RankingApart(
    $unit: String!
    $period: Period!
    $agency: String
    $group: String
    $family: String
    $after: String
  ) {
    ranking(unit: $unit, period: $period, agency: $agency, group: $group, family: $family) {
      apart(first: 50, after: $after) {
        totalCount
        edges {
          cursor
          node {
            reason
            employee {
              id
              code
              name
              assignment {
                title
                unit {
                  id
                  shortName
                }
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
  }
`);

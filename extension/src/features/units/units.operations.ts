import { graphql } from '../../../generated/index.ts';

export const ComparedUnitFragment = graphql(`
  fragment UnitsTable_unit on ComparedUnit {
    unit {
      id
      code
      name
      shortName
    }
    members
    levels {
      group {
        code
        name
      }
      level
      count
      share
    }
    quota {
      limit
      used
      left
    }
    result {
      level
      state
      total
    }
    mean
    resultMean
    general
    selfGap
    quartiles {
      q1
      median
      q3
    }
    quantity {
      count
    }
    quality {
      count
    }
    progress {
      count
    }
    delayCauses {
      cause
      count
    }
    workload {
      min
      median
      max
    }
    contradictions {
      kind
      text
      members
      source {
        certainty
      }
    }
  }
`);

export const UnitComparisonDocument = graphql(`
  query UnitComparison($unit: String!, $period: Period!) {
    unitComparison(unit: $unit, period: $period) {
      units {
        ...UnitsTable_unit
      }
    }
  }
`);

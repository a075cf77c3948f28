import { graphql } from '../../../generated/index.ts';

export const QuotaFigureFragment = graphql(`
  fragment QuotaLines_figure on QuotaFigure {
    pool
    limit
    proposed
    decided
    group {
      code
      name
    }
  }
`);

export const QuotaDocument = graphql(`
  query Quota($unit: String!, $period: Period!) {
    quota(unit: $unit, period: $period) {
      total {
        ...QuotaLines_figure
      }
      groups {
        ...QuotaLines_figure
      }
    }
  }
`);

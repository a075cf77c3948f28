import { graphql } from '../../../generated/index.ts';

export const PeriodicReportDocument = graphql(`
  query PeriodicReport($unit: String!, $from: LocalDate!, $to: LocalDate!) {
    periodicReport(unit: $unit, from: $from, to: $to) {
      empty
      madeAt
      unit {
        id
        code
        name
      }
      sections {
        key
        title
        figures {
          key
          label
          value
          breakdown {
            code
            label
            value
          }
          units {
            code
            label
            value
            unit {
              id
              code
              shortName
            }
          }
        }
      }
      paragraphs {
        heading
        text
        figures {
          key
          code
          value
        }
      }
    }
  }
`);

export const ReportRowsDocument = graphql(`
  query ReportRows(
    $unit: String!
    $from: LocalDate!
    $to: LocalDate!
    $figure: String!
    $code: String
    $after: String
  ) {
    reportRows(unit: $unit, from: $from, to: $to, figure: $figure, code: $code, first: 50, after: $after) {
      hidden
      edges {
        node {
          id
          on
          figure
          label
          subject
          text
          recordType
          unit {
            id
            shortName
          }
          employee {
            id
            code
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

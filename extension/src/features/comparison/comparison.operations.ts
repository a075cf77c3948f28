import { graphql } from '../../../generated/index.ts';

export const ComparisonDocument = graphql(`
  query Comparison($employees: [String!]!, $period: Period!, $years: Int, $byLevel: Boolean) {
    comparison(employees: $employees, period: $period, years: $years, byLevel: $byLevel) {
      comparable
      differs
      people {
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
        level
        trend {
          period
          total
          level
          provisional
        }
        components {
          total
          quantity
          quality
          progress
          unitResult
          organising
          cohesion
          general
          result
        }
        years {
          year
          level
          notClassified
          family {
            code
          }
        }
        titles {
          code
          title
          decidedOn
          year
        }
        findings {
          open
          closed
        }
        blocks {
          text
        }
        workload {
          period
          assigned
          done
          late
        }
      }
    }
  }
`);

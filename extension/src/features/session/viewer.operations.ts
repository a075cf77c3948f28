import { graphql } from '../../../generated/index.ts';

export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      id
      displayName
      userName
      permissions
      today
      currentPeriod
      demonstration
      units {
        id
        code
        name
        shortName
      }
      employee {
        id
        code
        name
        assignment {
          title
          post
          unit {
            id
            code
            shortName
            agency {
              id
              code
            }
          }
        }
      }
    }
  }
`);

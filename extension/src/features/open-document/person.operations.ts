import type { PersonChoice_MarkFragment } from '../../../generated/graphql.ts';
import { graphql } from '../../../generated/index.ts';

/** A person as a choice: enough to tell two of one name apart. */
export const PersonChoiceFragment = graphql(`
  fragment PersonChoice_mark on Mark {
    employeeId
    code
    name
    title
    unitName
    level
  }
`);

export type PersonMatch = PersonChoice_MarkFragment;

export const IdentifyHandlerDocument = graphql(`
  query IdentifyHandler($keys: [String!]!) {
    identify(keys: $keys) {
      key
      state
      matches {
        employeeId
        ...PersonChoice_mark
      }
    }
  }
`);

export const SearchPeopleDocument = graphql(`
  query SearchPeople($search: String!) {
    employees(filter: { search: $search }, orderBy: NAME, first: 10) {
      edges {
        node {
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
  }
`);

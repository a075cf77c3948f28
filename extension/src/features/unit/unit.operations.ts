import { graphql } from '../../../generated/index.ts';

export const UnitPeopleDocument = graphql(`
  query UnitPeople($unit: String!, $period: Period!, $after: String) {
    employees(filter: { unit: $unit }, orderBy: NAME, first: 50, after: $after) {
      edges {
        node {
          id
          code
          name
          assignment {
            title
          }
          periodSheet(period: $period) {
            id
            state
            score {
              display
              level
              provisional
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
`);

/** Who may score there on a day, and who is away then, without why. */
export const UnitDayDocument = graphql(`
  query UnitDay($unit: String!, $on: LocalDate!) {
    unit(code: $unit) {
      id
      authority(on: $on) {
        as
        name
        document
      }
      absences(from: $on, to: $on) {
        from
        to
        employee {
          id
          name
        }
      }
    }
  }
`);

export const AssignTasksDocument = graphql(`
  mutation AssignTasks($input: AssignTasksInput!) {
    assignTasks(input: $input) {
      __typename
      ... on AssignedTasks {
        assigned
        refused
        rows {
          index
          errors {
            path
            code
          }
        }
      }
      ...WriteRefusal
    }
  }
`);

export const NotifySheetsDocument = graphql(`
  mutation NotifySheets($input: NotifySheetsInput!) {
    notifySheets(input: $input) {
      __typename
      ... on NotifiedSheets {
        count
      }
      ...WriteRefusal
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const DocumentTasksDocument = graphql(`
  query DocumentTasks($documents: [DocumentKeyInput!]!) {
    documentTasks(documents: $documents) {
      number
      tasks {
        id
        title
        outcome
        deadline
        employee {
          id
          name
        }
      }
    }
  }
`);

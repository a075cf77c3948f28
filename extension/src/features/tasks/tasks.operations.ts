import { graphql } from '../../../generated/index.ts';

export const TaskEventFragment = graphql(`
  fragment TaskEvents_task on Task {
    id
    title
    revision
    canConfirm
    canClaim
    takenOverBy {
      id
      outcome
    }
    events {
      id
      kind
      occurredOn
      note
      undone
      exempt
      objectiveCause {
        id
        state
        reason
      }
    }
  }
`);

export const TaskItemFragment = graphql(`
  fragment TaskItem_task on Task {
    id
    title
    outcome
    origin
    deadline
    submittedOn
    responsibility
    units
    revision
    canConfirm
    product {
      id
      code
      name
    }
    documents {
      id
      number
      host
      url
    }
    period
    takenOverFrom {
      id
      title
      period
      employee {
        id
        code
        name
        assignment {
          title
        }
      }
    }
    takenOverBy {
      id
      title
      period
      outcome
      employee {
        id
        code
        name
        assignment {
          title
        }
      }
    }
    carriedOverFrom {
      id
      period
      deadline
    }
    ...TaskEvents_task
  }
`);

export const TasksDocument = graphql(`
  query Tasks($employee: String!, $period: Period!, $first: Int!) {
    employee(code: $employee) {
      id
      taskCounts(period: $period) {
        open
        done
        late
        notDone
      }
    }
    tasks(filter: { employee: $employee, period: $period }, orderBy: DEADLINE, first: $first) {
      edges {
        node {
          id
          outcome
          ...TaskItem_task
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const SubmitTaskDocument = graphql(`
  mutation SubmitTask($input: SubmitTaskInput!) {
    submitTask(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ConfirmTaskDocument = graphql(`
  mutation ConfirmTask($input: ConfirmTaskInput!) {
    confirmTask(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordTaskEventDocument = graphql(`
  mutation RecordTaskEvent($input: RecordTaskEventInput!) {
    recordTaskEvent(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const UndoTaskEventDocument = graphql(`
  mutation UndoTaskEvent($input: UndoTaskEventInput!) {
    undoTaskEvent(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ClaimObjectiveCauseDocument = graphql(`
  mutation ClaimObjectiveCause($input: ClaimObjectiveCauseInput!) {
    claimObjectiveCause(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const DecideObjectiveCauseDocument = graphql(`
  mutation DecideObjectiveCause($input: DecideObjectiveCauseInput!) {
    decideObjectiveCause(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const HandOverTaskDocument = graphql(`
  mutation HandOverTask($input: HandOverTaskInput!) {
    handOverTask(input: $input) {
      __typename
      ... on Task {
        id
      }
      ...WriteRefusal
    }
  }
`);

import { graphql } from '../../../generated/index.ts';

export const JobFragment = graphql(`
  fragment JobCard_job on Job {
    id
    kind
    period
    state
    total
    done
    leftOpen
    stopRequested
    error
    createdBy
    createdAt
    finishedAt
    canStop
    canResume
    unit {
      id
      code
      name
    }
    reasons {
      reason
      text
      count
    }
  }
`);

export const JobsDocument = graphql(`
  query Jobs($unit: String!, $after: String) {
    jobs(filter: { unit: $unit }, first: 10, after: $after) {
      edges {
        node {
          id
          state
          ...JobCard_job
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const LeftOpenDocument = graphql(`
  query LeftOpen($job: ID!, $reason: LeftOpenReason!, $year: Int!, $after: String) {
    job(id: $job) {
      id
      items(reason: $reason, first: 50, after: $after) {
        edges {
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
              classification(year: $year) {
                id
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

export const CloseMonthDocument = graphql(`
  mutation CloseMonth($input: CloseMonthInput!) {
    closeMonth(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const CloseYearDocument = graphql(`
  mutation CloseYear($input: CloseYearInput!) {
    closeYear(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const StopJobDocument = graphql(`
  mutation StopJob($input: JobCommandInput!) {
    stopJob(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const ResumeJobDocument = graphql(`
  mutation ResumeJob($input: JobCommandInput!) {
    resumeJob(input: $input) {
      __typename
      ... on Job {
        id
      }
      ...WriteRefusal
    }
  }
`);

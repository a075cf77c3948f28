import { ApolloClient, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import type { PostOptions } from './post-operation.ts';
import { createTrustedLink } from './trusted-link.ts';

/** One client a screen. What it holds lives in the screen's memory and goes with it. */
export function createClient(client: PostOptions['client']): ApolloClient {
  return new ApolloClient({
    link: createTrustedLink(client),
    cache: new InMemoryCache({
      possibleTypes: {
        DomainError: [
          'AlreadyCommendedError',
          'CommendationHeldError',
          'ConditionsMissingError',
          'DecisionExistsError',
          'EvidenceRequiredError',
          'FindingsOpenError',
          'ForcedLevelError',
          'HeadAboveUnitError',
          'IdempotencyConflictError',
          'ImportUsedError',
          'InvalidInputError',
          'JobRunningError',
          'OverrideRequiredError',
          'PeriodClosedError',
          'PetitionLateError',
          'PetitionOpenError',
          'QuotaExceededError',
          'ReasonRequiredError',
          'RoundNotOpenError',
          'SecondPersonRequiredError',
          'SessionLockedError',
          'StaleRevisionError',
          'UnitClosedError',
          'UnitsNotSubmittedError',
          'WrongStateError',
          'YearNotDecidedError',
        ],
        UnitOrPerson: ['Employee', 'Unit'],
      },
      typePolicies: {
        // A page that follows is added to what is shown; asking anew begins with the first.
        Query: {
          fields: {
            classifications: relayStylePagination(['filter', 'orderBy']),
            jobs: relayStylePagination(['filter']),
            adapterReports: relayStylePagination(['state']),
            petitions: relayStylePagination(['filter']),
            publishedLevels: relayStylePagination(['unit', 'year']),
            catalogueProposals: relayStylePagination(['filter']),
            siteAdapters: relayStylePagination(),
            unitResults: relayStylePagination(['filter']),
            violations: relayStylePagination(['filter']),
            disciplineDecisions: relayStylePagination(['filter']),
            commendations: relayStylePagination(['filter']),
            initiatives: relayStylePagination(['filter']),
            commendationRounds: relayStylePagination(['filter']),
            commendationHolds: relayStylePagination(['round']),
            calibrationSessions: relayStylePagination(['filter']),
            summaries: relayStylePagination(['filter']),
            tokens: relayStylePagination(['filter']),
            grants: relayStylePagination(['filter']),
            webhooks: relayStylePagination(),
            candidates: relayStylePagination(['unit', 'year', 'title', 'state', 'search']),
            inspectionPlans: relayStylePagination(['filter']),
            inspections: relayStylePagination(['filter']),
            visits: relayStylePagination(['filter']),
            findings: relayStylePagination(['filter']),
            recommendations: relayStylePagination(['filter']),
            feedback: relayStylePagination(['filter']),
            coordinationRequests: relayStylePagination(['filter']),
            dataRequests: relayStylePagination(['filter']),
            units: relayStylePagination(['filter', 'orderBy']),
            shortlist: relayStylePagination(['unit', 'post', 'on', 'within', 'group', 'state', 'search']),
            retentionProposals: relayStylePagination(['unit', 'state']),
          },
        },
        // One's own record is asked for in parts; each adds to the others.
        PersonalRecord: {
          keyFields: false,
          merge: true,
          fields: {
            requests: relayStylePagination(),
            changes: relayStylePagination(),
            accessEntries: relayStylePagination(),
          },
        },
        // One view in parts: places, plots and who stands apart are asked for when they are looked at.
        Ranking: {
          keyFields: false,
          merge: true,
          fields: { rows: relayStylePagination(), apart: relayStylePagination() },
        },
        CalibrationSession: {
          fields: { rows: relayStylePagination(['unit', 'differsOnly']), signs: relayStylePagination() },
        },
        Summary: { fields: { pulls: relayStylePagination() } },
        // Values, not things: they belong to what holds them and have no identity of their own.
        Assignment: { keyFields: false },
        WorkGroup: { keyFields: false },
        Mark: { keyFields: false },
        RuleSet: { keyFields: false },
        CatalogueVersion: { keyFields: false },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

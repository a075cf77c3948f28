// The door of this domain: what other packages may use of it.
export {
  type OrganisationFacts,
  type OrganisationPoints,
  type OrganisationProposal,
  type OrganisationScore,
  type OrganisationStep,
  type OrganisationTraceLine,
  OUTSTANDING_CONDITIONS,
  type OutstandingCondition,
} from './organisation-year.ts';
export {
  type OrganisationYear,
  type ProposedOrganisation,
  type ProposedOrganisations,
  proposeOrganisations,
} from './propose-organisations.ts';
export { resolveOrganisation } from './resolve-organisation.ts';
export { checkOrganisationPoints, scoreOrganisation } from './score-organisation.ts';

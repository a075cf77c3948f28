import { builder } from '../builder.ts';
import { DomainErrorRef, REFUSALS } from './domain-error.type.ts';
import {
  EvidenceRequiredError,
  ForcedLevelError,
  HeadAboveUnitError,
  OverrideRequiredError,
  PetitionLateError,
  PetitionOpenError,
  QuotaExceededError,
  ReasonRequiredError,
  RoundNotOpenError,
} from './refusals.ts';

builder.objectType(QuotaExceededError, {
  name: 'QuotaExceededError',
  description: 'More people would be OUTSTANDING than the quota allows (Nghị định 335/2025/NĐ-CP art. 20(5)).',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    group: t.string({
      nullable: true,
      description: 'Code of the group whose limit it is; null for the agency’s.',
      resolve: (refusal) => refusal.error.payload.group,
    }),
    limit: t.int({ description: 'The most there may be.', resolve: (refusal) => refusal.error.payload.limit }),
    outstanding: t.int({
      description: 'How many there would be.',
      resolve: (refusal) => refusal.error.payload.outstanding,
    }),
  }),
});

builder.objectType(HeadAboveUnitError, {
  name: 'HeadAboveUnitError',
  description: 'A head’s level would be above the unit’s, or the unit’s is not decided (art. 20(6)).',
  interfaces: [DomainErrorRef],
});

builder.objectType(ForcedLevelError, {
  name: 'ForcedLevelError',
  description: 'A rule of art. 20(4) or 11(3) forces the lowest level.',
  interfaces: [DomainErrorRef],
});

builder.objectType(OverrideRequiredError, {
  name: 'OverrideRequiredError',
  description: 'The decision needs a document that allows it.',
  interfaces: [DomainErrorRef],
});

builder.objectType(ReasonRequiredError, {
  name: 'ReasonRequiredError',
  description: 'The decision differs from the proposal and gives no reason.',
  interfaces: [DomainErrorRef],
});

builder.objectType(EvidenceRequiredError, {
  name: 'EvidenceRequiredError',
  description: 'The decision needs evidence that is not there, such as the verification of complaints.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    component: t.string({ description: 'What lacks it.', resolve: (refusal) => refusal.error.payload.component }),
    path: t.string({
      nullable: true,
      description:
        'JSON pointer to the field of the input that states it, "/verification"; null where it is stated elsewhere: a recommendation is closed by the proof of what was done about it.',
      resolve: (refusal) => refusal.path,
    }),
  }),
});

builder.objectType(RoundNotOpenError, {
  name: 'RoundNotOpenError',
  description: 'The agency’s year is not opened, or closed.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    unit: t.string({ description: 'Code of the agency.', resolve: (refusal) => refusal.error.payload.unit }),
    year: t.int({ description: 'The year.', resolve: (refusal) => refusal.error.payload.year }),
  }),
});

builder.objectType(PetitionLateError, {
  name: 'PetitionLateError',
  description: 'The time for petitions has run out.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    until: t.field({
      type: 'LocalDate',
      description: 'The last day on which it could be filed.',
      resolve: (refusal) => refusal.error.payload.until,
    }),
  }),
});

builder.objectType(PetitionOpenError, {
  name: 'PetitionOpenError',
  description: 'A petition about this result is under way.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    dueOn: t.field({
      type: 'LocalDate',
      description: 'By when it is resolved.',
      resolve: (refusal) => refusal.error.payload.dueOn,
    }),
  }),
});

/** What any mutation of the year may meet. */
export const ROUND_REFUSALS = [...REFUSALS, RoundNotOpenError];

/** What a decision on one person or unit may meet beside. */
export const DECISION_REFUSALS = [
  ...ROUND_REFUSALS,
  QuotaExceededError,
  HeadAboveUnitError,
  ForcedLevelError,
  OverrideRequiredError,
  ReasonRequiredError,
  EvidenceRequiredError,
];

export const PETITION_REFUSALS = [...REFUSALS, PetitionLateError, PetitionOpenError];

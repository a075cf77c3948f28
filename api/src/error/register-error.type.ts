import { builder } from '../builder.ts';
import { DomainErrorRef, REFUSALS } from './domain-error.type.ts';
import {
  AlreadyCommendedError,
  CommendationHeldError,
  ConditionsMissingError,
  DecisionExistsError,
  EvidenceRequiredError,
  FindingsOpenError,
  QuotaExceededError,
  RoundNotOpenError,
  SecondPersonRequiredError,
  YearNotDecidedError,
} from './refusals.ts';

builder.objectType(DecisionExistsError, {
  name: 'DecisionExistsError',
  description: 'A decision of the same body is in force on this act: one act is disciplined once (Nghị định 172/2025).',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    decisionNumber: t.string({
      description: 'Number of the decision in force.',
      resolve: (refusal) => refusal.error.payload.decisionNumber,
    }),
    decidedOn: t.field({
      type: 'LocalDate',
      description: 'Its date.',
      resolve: (refusal) => refusal.error.payload.decidedOn,
    }),
  }),
});

builder.objectType(YearNotDecidedError, {
  name: 'YearNotDecidedError',
  description:
    'The year’s levels are not decided yet: commendation rests on them (Nghị định 335/2025/NĐ-CP art. 19(2)).',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    unit: t.string({ description: 'Code of the agency.', resolve: (refusal) => refusal.error.payload.unit }),
    year: t.int({ description: 'The year.', resolve: (refusal) => refusal.error.payload.year }),
  }),
});

builder.objectType(AlreadyCommendedError, {
  name: 'AlreadyCommendedError',
  description: 'The title was given for that year already: one achievement is not rewarded twice alike.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    title: t.string({ description: 'Code of the title.', resolve: (refusal) => refusal.error.payload.title }),
    year: t.int({ description: 'The year.', resolve: (refusal) => refusal.error.payload.year }),
  }),
});

builder.objectType(ConditionsMissingError, {
  name: 'ConditionsMissingError',
  description: 'Conditions of the title are not met; a document that allows it is named as `overrideDocument`.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    conditions: t.stringList({
      description: 'Each missing condition, in the language of Accept-Language.',
      resolve: (refusal) => [...refusal.error.payload.conditions],
    }),
  }),
});

builder.objectType(CommendationHeldError, {
  name: 'CommendationHeldError',
  description: 'The commendation is put back by a document until that is lifted.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    reason: t.string({ description: 'Why.', resolve: (refusal) => refusal.error.payload.reason }),
  }),
});

builder.objectType(FindingsOpenError, {
  name: 'FindingsOpenError',
  description:
    'Findings of an inspection are not remedied: the unit is not outstanding (Nghị định 335/2025/NĐ-CP art. 8(1)(c)).',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    count: t.int({ description: 'How many are open.', resolve: (refusal) => refusal.error.payload.count }),
  }),
});

builder.objectType(SecondPersonRequiredError, {
  name: 'SecondPersonRequiredError',
  description: 'Somebody else than who proposed it has to confirm it.',
  interfaces: [DomainErrorRef],
});

/** What a decision of discipline may meet beside. */
export const DISCIPLINE_REFUSALS = [...REFUSALS, DecisionExistsError];

/** What opening a commendation round may meet beside. */
export const COMMENDATION_ROUND_REFUSALS = [...REFUSALS, YearNotDecidedError];

/** What giving a title may meet beside. */
export const COMMENDATION_REFUSALS = [
  ...COMMENDATION_ROUND_REFUSALS,
  AlreadyCommendedError,
  ConditionsMissingError,
  CommendationHeldError,
  QuotaExceededError,
  RoundNotOpenError,
];

/** What needs proof: closing a recommendation, revoking a commendation. */
export const PROOF_REFUSALS = [...REFUSALS, EvidenceRequiredError];

/** What deciding a unit’s result may meet beside: its open findings. */
export const UNIT_FINDING_REFUSALS = [FindingsOpenError];

/** What has to be confirmed by a second person. */
export const SECOND_PERSON_REFUSALS = [...REFUSALS, SecondPersonRequiredError];

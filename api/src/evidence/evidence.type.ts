import {
  EVIDENCE_KINDS,
  type EvidenceCriteria,
  GOOD_PRACTICE_CRITERIA,
  SELF_CRITICISM_CRITERIA,
  SERVICE_CRITERIA,
  TOPIC_CRITERIA,
  UNIT_EVIDENCE_KINDS,
} from '@congvu/schema/registers';
import { disciplineFormTexts, findingTopicTexts } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import { CoordinationRequestRef } from '../coordination/coordination.type.ts';
import { DisciplineDecisionRef } from '../discipline/discipline.type.ts';
import { FeedbackRef } from '../feedback/feedback.type.ts';
import { FindingRef } from '../finding/finding.type.ts';
import { InitiativeRef } from '../initiative/initiative.type.ts';
import { RecommendationRef } from '../recommendation/recommendation.type.ts';
import { connectionOf } from '../sql/connection.ts';
import type { EvidenceRow } from './evidence.store.ts';
import type { UnitEvidenceRow } from './unit-evidence.store.ts';

const EvidenceKindEnum = builder.enumType('EvidenceKind', {
  description: 'What stands beside a person’s criteria. SELF_CRITICISM (kiểm điểm rút kinh nghiệm) is no discipline.',
  values: EVIDENCE_KINDS,
});
const UnitEvidenceKindEnum = builder.enumType('UnitEvidenceKind', {
  description:
    'What stands beside a unit’s year. OPEN_FINDING blocks OUTSTANDING (Nghị định 335/2025/NĐ-CP art. 8(1)(c)); the others lower no level by themselves.',
  values: UNIT_EVIDENCE_KINDS,
});

/** The record behind each kind. */
const EVIDENCE_TYPES = {
  FINDING: FindingRef,
  GOOD_PRACTICE: FindingRef,
  FEEDBACK: FeedbackRef,
  COORDINATION: CoordinationRequestRef,
  INITIATIVE: InitiativeRef,
  SELF_CRITICISM: RecommendationRef,
} as const;
const UNIT_EVIDENCE_TYPES = {
  OPEN_FINDING: FindingRef,
  DISCIPLINE_HERE: DisciplineDecisionRef,
  FEEDBACK: FeedbackRef,
  COORDINATION: CoordinationRequestRef,
} as const;

function criteriaOf({ kind, topic }: EvidenceRow): EvidenceCriteria {
  switch (kind) {
    case 'GOOD_PRACTICE':
    case 'INITIATIVE':
      return GOOD_PRACTICE_CRITERIA;
    case 'SELF_CRITICISM':
      return SELF_CRITICISM_CRITERIA;
    case 'FEEDBACK':
    case 'COORDINATION':
      return SERVICE_CRITERIA;
    case 'FINDING':
      return TOPIC_CRITERIA[topic ?? 'OTHER'];
  }
}

const EvidenceRef = builder.objectRef<EvidenceRow>('Evidence').implement({
  description:
    'Something of a person’s period that stands beside criteria. Never points by itself: whoever scores weighs it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKindEnum, description: 'What it is.' }),
    criteria: t.stringList({
      description: 'Codes of the general criteria it stands beside, e.g. "II.4"; empty: beside the sheet as a whole.',
      resolve: (row) => [...criteriaOf(row).criteria],
    }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure it is that it belongs beside these criteria.',
      resolve: (row) => criteriaOf(row).certainty,
    }),
    on: t.expose('on', {
      type: 'LocalDate',
      description: 'The day it was found, answered, due, recognised or recommended; within the period.',
    }),
    text: t.exposeString('text', { description: 'What was found, said, asked or recommended.' }),
    positive: t.exposeBoolean('positive', {
      nullable: true,
      description: 'Whether it speaks for the person; null where it says nothing either way.',
    }),
    record: t.node({
      description: 'The record itself; null where one may not see all of it.',
      id: ({ kind, id }) => ({ type: EVIDENCE_TYPES[kind], id }),
    }),
  }),
});

export const EvidenceConnection = connectionOf('Evidence', EvidenceRef, 'evidence');

export const UnitEvidenceRef = builder.objectRef<UnitEvidenceRow>('UnitEvidence').implement({
  description: 'Something that stands beside a unit’s year.',
  fields: (t) => ({
    kind: t.expose('kind', { type: UnitEvidenceKindEnum, description: 'What it is.' }),
    on: t.expose('on', { type: 'LocalDate', description: 'The day it was found, decided, answered or due.' }),
    text: t.string({
      description: 'What it is about, in the language of Accept-Language where it is a term.',
      resolve: ({ text, topic, form }, _args, { locale }) =>
        text ?? (form === null ? findingTopicTexts[topic ?? 'OTHER'] : disciplineFormTexts[form])[locale],
    }),
    record: t.node({
      description: 'The record itself; null where one may not see all of it.',
      id: ({ kind, id }) => ({ type: UNIT_EVIDENCE_TYPES[kind], id }),
    }),
  }),
});

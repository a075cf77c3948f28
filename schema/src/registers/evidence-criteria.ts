import type { Certainty } from '../primitives/source.ts';
import type { FindingTopic } from './register-words.ts';

/** Beside which general criteria something stands; never points by itself (domain.md 3.2). */
export interface EvidenceCriteria {
  readonly criteria: readonly string[];
  readonly certainty: Certainty;
}

/** NĐ 335/2025 names findings and petitions as evidence for I.2, II.3 and II.4; which topic goes where is our reading. */
function beside(...criteria: readonly string[]): EvidenceCriteria {
  return { criteria, certainty: 'ASSUMPTION' };
}

/** Negative findings by topic; those that belong to no one criterion stand beside the sheet as a whole. */
export const TOPIC_CRITERIA: Readonly<Record<FindingTopic, EvidenceCriteria>> = {
  WORKING_HOURS: beside('I.2'),
  ALCOHOL: beside('I.2'),
  ATTITUDE: beside('II.4'),
  CITIZEN_RECEPTION: beside('II.4'),
  PETITIONS: beside('II.4'),
  ADMINISTRATIVE_PROCEDURES: beside('II.3'),
  DOCUMENT_SYSTEM: beside('II.3'),
  DOCUMENT_HANDLING: beside('II.3'),
  PUBLIC_POSTING: beside('II.3'),
  ANTI_CORRUPTION: beside('I.2'),
  ASSET_DECLARATION: beside('I.2'),
  OTHER: beside(),
};

/** A good practice, and an initiative. */
export const GOOD_PRACTICE_CRITERIA = beside('III.1');
/** What citizens report, and how one worked with other units. */
export const SERVICE_CRITERIA = beside('II.4');
/** Kiểm điểm rút kinh nghiệm: not a discipline, and no forced level. */
export const SELF_CRITICISM_CRITERIA = beside('II.3');

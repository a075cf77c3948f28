// The door of this domain: what other packages may use of it.

export { DEFAULT_LOCALE, LOCALES, type Locale, type LocalisedText } from '../primitives/locale.ts';
export { citation } from './citation.ts';
export {
  classificationFlagTexts,
  disciplineCauseTexts,
  disciplineFormTexts,
  outstandingConditionTexts,
  proposalOutcomeTexts,
  proposedTexts,
  quotaBasisTexts,
  rankingKeyTexts,
} from './classification-terms.ts';
export { classificationFinding, classificationText, liveQuotaText, monthsText } from './classification-text.ts';
export { deadlineText } from './deadline-text.ts';
export { describeError, errorMessage } from './error-message.ts';
export { explanationText } from './explanation-text.ts';
export { jobKindTexts, leftOpenTexts } from './job-texts.ts';
export { toDisplayIn } from './number-text.ts';
export { organisationFinding, organisationText } from './organisation-text.ts';
export {
  catalogueProposalStateTexts,
  classificationStateTexts,
  classificationStepTexts,
  jobStateTexts,
  leaveKindTexts,
  meetingKindTexts,
  petitionOutcomeTexts,
  petitionStateTexts,
  roundStateTexts,
  unitResultStateTexts,
} from './procedure-texts.ts';
export { choiceText, ruleSetKindTexts } from './rule-set-texts.ts';
export {
  certaintyTexts,
  levelMarks,
  levelTexts,
  objectiveCauseTexts,
  postTexts,
  responsibilityTexts,
  roleTexts,
  sheetStateTexts,
  stepTexts,
  subjectTypeTexts,
  taskEventTexts,
  taskOriginTexts,
  taskOutcomeTexts,
} from './term-texts.ts';

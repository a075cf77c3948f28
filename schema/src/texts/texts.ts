// The door of this domain: what other packages may use of it.

export { DEFAULT_LOCALE, LOCALES, type Locale, type LocalisedText } from '../primitives/locale.ts';
export {
  appointmentConditionText,
  appointmentConditionTexts,
  conditionStateTexts,
  shortlistStateTexts,
} from './appointment-text.ts';
export { calibrationStateTexts, signFloorTexts, signKindTexts, signStateTexts } from './calibration-texts.ts';
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
export { conditionText, foundText, missingConditionText } from './commendation-text.ts';
export { addressRefusalTexts, notComparableTexts } from './comparison-error-texts.ts';
export { deadlineText } from './deadline-text.ts';
export { describeError, errorMessage } from './error-message.ts';
export { explanationText } from './explanation-text.ts';
export {
  coordinationStateTexts,
  evidenceKindTexts,
  feedbackKindTexts,
  feedbackOutcomeTexts,
  feedbackStateTexts,
  findingSeverityTexts,
  findingTopicTexts,
  inspectionAreaTexts,
  inspectionKindTexts,
  inspectionModeTexts,
  inspectionPlanStateTexts,
  inspectionStateTexts,
  recommendationKindTexts,
  recommendationStateTexts,
  teamRoleTexts,
  unitEvidenceKindTexts,
  visitStateTexts,
} from './inspection-texts.ts';
export { jobKindTexts, leftOpenTexts } from './job-texts.ts';
export { toDisplayIn } from './number-text.ts';
export { organisationFinding, organisationText } from './organisation-text.ts';
export {
  cellKindTexts,
  dataRequestKindTexts,
  dataRequestStateTexts,
  importModeTexts,
  importRegisterTexts,
  restrictionScopeTexts,
  retentionEntityTexts,
  retentionProposalStateTexts,
} from './personal-data-texts.ts';
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
export { apartReasonTexts, contradictionTexts, groupDifferenceTexts, yearsBasisTexts } from './ranking-texts.ts';
export { type RegisterTableRowText, registerTableRows } from './register-table-text.ts';
export {
  blockKindTexts,
  candidateStateTexts,
  commendationRoundStateTexts,
  commendationStateTexts,
  complaintOutcomeTexts,
  deferralKindTexts,
  disciplineStateTexts,
  effectKindTexts,
  influenceTexts,
  initiativeKindTexts,
  initiativeLevelTexts,
  initiativeStateTexts,
  limitationExceptionTexts,
  limitationStartTexts,
  registerTableKindTexts,
  repeatedActRuleTexts,
  revocationGroundTexts,
  violationSeverityTexts,
  violationStateTexts,
} from './register-texts.ts';
export { type FigureInText, type ReportParagraph, reportSentences } from './report-sentences.ts';
export { reportCodeText, reportFigureTexts, reportSectionTexts } from './report-texts.ts';
export { choiceText, ruleSetKindTexts } from './rule-set-texts.ts';
export {
  eventTypeTexts,
  exportFormatTexts,
  importActionTexts,
  pullFormatTexts,
  summaryKindTexts,
  webhookStateTexts,
} from './summary-texts.ts';
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
  unitKindTexts,
} from './term-texts.ts';
export { commendationTitleTexts } from './title-name.ts';

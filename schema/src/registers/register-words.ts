/** How grave an act is: ít nghiêm trọng, nghiêm trọng, rất nghiêm trọng, đặc biệt nghiêm trọng. Source: domain.md 7.1. */
export const VIOLATION_SEVERITIES = ['MINOR', 'SERIOUS', 'VERY_SERIOUS', 'ESPECIALLY_SERIOUS'] as const;
export type ViolationSeverity = (typeof VIOLATION_SEVERITIES)[number];

/** OPEN: being handled, which blocks like a decision in force. DECIDED: at least one decision names it. DISMISSED: closed without one. */
export const VIOLATION_STATES = ['OPEN', 'DECIDED', 'DISMISSED'] as const;
export type ViolationState = (typeof VIOLATION_STATES)[number];

/** Acts without limitation. Source: Luật 80/2025/QH15 art. 37, Luật 129/2025/QH15 art. 36 (domain.md 7.3). */
export const LIMITATION_EXCEPTIONS = [
  'PARTY_EXPULSION',
  'POLITICAL_PROTECTION',
  'NATIONAL_INTEREST',
  'FAKE_DIPLOMA',
] as const;
export type LimitationException = (typeof LIMITATION_EXCEPTIONS)[number];

/** The day limitation is counted from: the end of the act; where that is unknown its discovery; else the authority's conclusion. Source: NĐ 172/2025. */
export const LIMITATION_STARTS = ['END_OF_ACT', 'DISCOVERY', 'CONCLUSION'] as const;
export type LimitationStart = (typeof LIMITATION_STARTS)[number];

/** Why handling waits (R-D-6). Health and criminal data: shown to who handles the case only. */
export const DEFERRAL_KINDS = ['ILLNESS', 'PREGNANCY_CHILD', 'PROCEEDINGS'] as const;
export type DeferralKind = (typeof DEFERRAL_KINDS)[number];

/** NO_PROMOTION: no planning, training or higher post. SALARY_DELAY: a later rise of salary. NO_LEADERSHIP: no leading post again. */
export const EFFECT_KINDS = ['NO_PROMOTION', 'SALARY_DELAY', 'NO_LEADERSHIP'] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** What became of a complaint about a decision. */
export const COMPLAINT_OUTCOMES = ['PENDING', 'UPHELD', 'DISMISSED'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** A decision as of a day. LAPSED: its effect ended by itself. REPLACED: a later decision supersedes it. */
export const DISCIPLINE_STATES = ['NOT_YET', 'ACTIVE', 'LAPSED', 'ANNULLED', 'REPLACED'] as const;
export type DisciplineState = (typeof DISCIPLINE_STATES)[number];

/** Why somebody cannot be appointed on a day. */
export const BLOCK_KINDS = ['ACTIVE_DISCIPLINE', 'SALARY_DELAY', 'NO_LEADERSHIP', 'PENDING_PROCEDURE'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Why a commendation is taken back. Source: Luật 06/2022/QH15 chapter VII (domain.md 8.3). */
export const REVOCATION_GROUNDS = ['DISHONEST', 'FORGED', 'IMPROPER', 'LATER_VIOLATION'] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

/** TO_REVIEW: what it rested on is no longer as it was; who gave it decides. */
export const COMMENDATION_STATES = ['GIVEN', 'REVOKED', 'TO_REVIEW'] as const;
export type CommendationState = (typeof COMMENDATION_STATES)[number];

export const COMMENDATION_ROUND_STATES = ['OPEN', 'CLOSED'] as const;
export type CommendationRoundState = (typeof COMMENDATION_ROUND_STATES)[number];

/** How somebody stands to a title: MISSING names each condition, HELD is put back by a document. */
export const CANDIDATE_STATES = ['ELIGIBLE', 'MISSING', 'HELD', 'AWARDED'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

export const INITIATIVE_KINDS = ['INITIATIVE', 'SCIENTIFIC_WORK'] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

/** Who recognised an initiative. */
export const INITIATIVE_LEVELS = ['BASE', 'MINISTRY_PROVINCE', 'NATIONAL'] as const;
export type InitiativeLevel = (typeof INITIATIVE_LEVELS)[number];

/** How far an initiative is of influence, narrow to wide. */
export const INFLUENCES = ['UNIT', 'MINISTRY_PROVINCE', 'NATIONAL'] as const;
export type Influence = (typeof INFLUENCES)[number];

export const INITIATIVE_STATES = ['PROPOSED', 'RECOGNISED', 'REFUSED', 'REVOKED'] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

export const INSPECTION_PLAN_STATES = ['DRAFT', 'ISSUED', 'CLOSED'] as const;
export type InspectionPlanState = (typeof INSPECTION_PLAN_STATES)[number];

/** INSPECTION: thanh tra, by an inspection body. DUTY_CHECK: kiểm tra công vụ. REFORM_CHECK: kiểm tra cải cách hành chính. SELF_CHECK: tự kiểm tra. Source: domain.md 10. */
export const INSPECTION_KINDS = ['INSPECTION', 'DUTY_CHECK', 'REFORM_CHECK', 'SELF_CHECK'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** What an inspection is about, as periodic reports count it. CITIZEN_RECEPTION: tiếp công dân, giải quyết khiếu nại, tố cáo. */
export const INSPECTION_AREAS = [
  'PUBLIC_DUTY',
  'CITIZEN_RECEPTION',
  'ANTI_CORRUPTION',
  'ADMINISTRATIVE_REFORM',
  'SPECIALISED',
  'OTHER',
] as const;
export type InspectionArea = (typeof INSPECTION_AREAS)[number];

/** Theo kế hoạch, đột xuất, theo chuyên đề. */
export const INSPECTION_MODES = ['PLANNED', 'UNANNOUNCED', 'THEMATIC'] as const;
export type InspectionMode = (typeof INSPECTION_MODES)[number];

export const INSPECTION_STATES = ['PLANNED', 'RUNNING', 'ENDED', 'CONCLUDED', 'CLOSED', 'CANCELLED'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** Trưởng đoàn, phó trưởng đoàn, thư ký, thành viên. */
export const TEAM_ROLES = ['HEAD', 'DEPUTY', 'SECRETARY', 'MEMBER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export const VISIT_STATES = ['PLANNED', 'DONE', 'CANCELLED'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What a finding or feedback is about. Source: domain.md 10, topics seen in reports. */
export const FINDING_TOPICS = [
  'WORKING_HOURS',
  'ATTITUDE',
  'CITIZEN_RECEPTION',
  'PETITIONS',
  'ADMINISTRATIVE_PROCEDURES',
  'DOCUMENT_SYSTEM',
  'PUBLIC_POSTING',
  'ALCOHOL',
  'ANTI_CORRUPTION',
  'ASSET_DECLARATION',
  'DOCUMENT_HANDLING',
  'OTHER',
] as const;
export type FindingTopic = (typeof FINDING_TOPICS)[number];

/** Of a negative finding; a good practice has none. */
export const FINDING_SEVERITIES = ['LIGHT', 'NOTABLE', 'GRAVE'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** Chấn chỉnh, nhắc nhở, phê bình, kiểm điểm rút kinh nghiệm (none of these is a discipline), xem xét xử lý kỷ luật, thu hồi, chuyển cơ quan điều tra, biểu dương, sửa quy định. Source: domain.md 10. */
export const RECOMMENDATION_KINDS = [
  'RECTIFY',
  'REMIND',
  'CRITICISE',
  'SELF_CRITICISM',
  'CONSIDER_DISCIPLINE',
  'RECOVER',
  'TRANSFER_TO_INVESTIGATION',
  'COMMEND',
  'AMEND_RULES',
] as const;
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number];

/** How far a recommendation was followed; overdue is a function of the day. */
export const RECOMMENDATION_STATES = ['NOT_STARTED', 'UNDER_WAY', 'DONE', 'CLOSED', 'WITHDRAWN'] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

/** Phản ánh, kiến nghị, khiếu nại, tố cáo of citizens and organisations. */
export const FEEDBACK_KINDS = ['REFLECTION', 'SUGGESTION', 'COMPLAINT', 'DENUNCIATION'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export const FEEDBACK_OUTCOMES = ['UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'OUTSIDE_COMPETENCE'] as const;
export type FeedbackOutcome = (typeof FEEDBACK_OUTCOMES)[number];

export const FEEDBACK_STATES = ['RECEIVED', 'ASSIGNED', 'ANSWERED', 'CLOSED'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export const COORDINATION_STATES = ['OPEN', 'ANSWERED', 'WITHDRAWN'] as const;
export type CoordinationState = (typeof COORDINATION_STATES)[number];

/** What stands beside a person's criteria; never points by itself. */
export const EVIDENCE_KINDS = [
  'FINDING',
  'GOOD_PRACTICE',
  'FEEDBACK',
  'COORDINATION',
  'INITIATIVE',
  'SELF_CRITICISM',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What stands beside a unit's result. */
export const UNIT_EVIDENCE_KINDS = ['OPEN_FINDING', 'DISCIPLINE_HERE', 'FEEDBACK', 'COORDINATION'] as const;
export type UnitEvidenceKind = (typeof UNIT_EVIDENCE_KINDS)[number];

/** What a person may ask about the data held on them. Source: Luật 91/2025/QH15 art. 4 (domain.md 13). */
export const DATA_REQUEST_KINDS = ['ACCESS', 'CORRECTION', 'RESTRICTION', 'OBJECTION', 'WITHDRAWAL'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

export const DATA_REQUEST_STATES = ['RECEIVED', 'ACCEPTED', 'REFUSED', 'CARRIED_OUT', 'WITHDRAWN'] as const;
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number];

/** Where data of a person are held back: OVERLAY on pages and cards, EXPORT from files. Scoring and classifying go on. */
export const RESTRICTION_SCOPES = ['OVERLAY', 'EXPORT'] as const;
export type RestrictionScope = (typeof RESTRICTION_SCOPES)[number];

/** What a retention table names. */
export const RETENTION_ENTITIES = [
  'FEEDBACK_SENDER',
  'ABSENCE',
  'DATA_REQUEST',
  'IMPORT_PROBLEM',
  'EVALUATION_FILE',
  'UPLOAD_FILE',
  'EXPORT_FILE',
] as const;
export type RetentionEntity = (typeof RETENTION_ENTITIES)[number];

export const RETENTION_PROPOSAL_STATES = ['PROPOSED', 'CONFIRMED', 'REFUSED'] as const;
export type RetentionProposalState = (typeof RETENTION_PROPOSAL_STATES)[number];

/**
 * What a file can fill: registers; units with their groups, people and their places; the catalogue, tasks, unit results, planning;
 * levels of people's years under earlier law, which were decided on paper.
 */
export const IMPORT_REGISTERS = [
  'DISCIPLINE',
  'COMMENDATION',
  'INITIATIVE',
  'FEEDBACK',
  'UNIT',
  'EMPLOYEE',
  'ASSIGNMENT',
  'CATALOGUE',
  'TASK',
  'UNIT_RESULT',
  'PLANNING',
  'EARLIER_LEVEL',
] as const;
export type ImportRegister = (typeof IMPORT_REGISTERS)[number];

/** What happens when some rows are bad: the good ones are kept, or none. */
export const WRITING_MODES = ['GOOD_ONES', 'ALL_OR_NONE'] as const;
export type WritingMode = (typeof WRITING_MODES)[number];

/** What a job does with a file. PREVIEW goes through all of it and writes nothing. */
export const IMPORT_MODES = [...WRITING_MODES, 'PREVIEW'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** What a row of a file did to a row of ours; one that was there already as the file has it did nothing. */
export const IMPORT_ACTIONS = ['CREATED', 'CHANGED'] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

export const IMPORT_FORMATS = ['CSV', 'XLSX'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** How the text of a CSV file is written. TCVN3: the one-byte encoding of Viet Nam before Unicode (TCVN 5712:1993, VN3). */
export const TEXT_ENCODINGS = ['UTF-8', 'WINDOWS-1258', 'TCVN3'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** How a list is given out. JSONL: one JSON object a line. */
export const EXPORT_FORMATS = ['CSV', 'XLSX', 'JSONL'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Law of the registers that an office may replace by its own decision. */
export const REGISTER_TABLE_KINDS = [
  'DISCIPLINE_FORMS',
  'DISCIPLINE_EFFECTS',
  'COMMENDATION_TITLES',
  'CLOCKS',
  'RETENTION',
  'APPOINTMENT_CONDITIONS',
  'SIGN_FLOORS',
] as const;
export type RegisterTableKind = (typeof REGISTER_TABLE_KINDS)[number];

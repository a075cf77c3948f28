import { conclusionClock, implementingClock } from '@congvu/schema/calendar';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { workingDayFrom } from './calendar.ts';
import {
  addFinding,
  addInspection,
  addPlan,
  addRecommendation,
  addVisit,
  type Finding,
  type Issue,
  yearOf,
} from './inspection-rows.ts';
import type { Tables } from './load/tables.ts';
import { memberAt } from './played-year.ts';
import type { Member } from './roster.ts';

/** What the cases of the registers grow from. */
export interface InspectedYear {
  /** CONSIDER_DISCIPLINE on an act that nobody decided on yet. */
  readonly openCase: FromFinding;
  /** The same, decided and closed. */
  readonly closedCase: FromFinding;
  /** A good practice. */
  readonly practice: FromFinding;
}

interface FromFinding {
  readonly member: Member;
  readonly foundOn: LocalDate;
  readonly findingId: string;
  readonly recommendationId: string;
}

/**
 * This year's plan of the province with three inspections (one concluded, one whose conclusion is due, one unannounced and not
 * yet happened, in H99.04), what they found, and next year's draft. Nothing lies in the first sở, whose year tests play.
 */
export function writeInspections(tables: Tables, today: LocalDate): InspectedYear {
  const day = (days: number) => workingDayFrom(today, -days);
  const plan = addPlan(tables, yearOf(day(60)), addDays(day(60), -220));
  addPlan(tables, yearOf(day(60)) + 1, null);

  const [draft, received] = [day(45), day(34)];
  const concluded = addInspection(tables, plan, {
    title: 'Kiểm tra công vụ tại Sở Tư pháp',
    topics: ['ADMINISTRATIVE_PROCEDURES', 'ATTITUDE'],
    state: 'CONCLUDED',
    decided_on: day(66),
    started_on: day(60),
    ended_on: day(56),
    draft_received_on: draft,
    conclusion_due_on: conclusionClock(draft, false).lastDay,
    conclusion_number: '15/KL-UBND',
    concluded_on: day(36),
    conclusion_received_on: received,
    implementing_due_on: implementingClock(received, false).lastDay,
    implementing_document: '212/STP-VP',
    implemented_on: day(24),
  });
  const visit = addVisit(tables, concluded, 'H99.03', day(58));
  const ended = addInspection(tables, plan, {
    title: 'Kiểm tra kỷ luật, kỷ cương hành chính tại Sở Tài chính',
    topics: ['DOCUMENT_HANDLING', 'WORKING_HOURS'],
    state: 'ENDED',
    decided_on: day(46),
    started_on: day(40),
    ended_on: day(38),
    draft_received_on: day(10),
    conclusion_due_on: conclusionClock(day(10), false).lastDay,
  });
  const second = addVisit(tables, ended, 'H99.02', day(39));
  const secret = addInspection(tables, plan, {
    title: 'Kiểm tra đột xuất việc chấp hành giờ làm việc',
    topics: ['WORKING_HOURS'],
    mode: 'UNANNOUNCED',
    state: 'PLANNED',
    decided_on: day(3),
  });
  addVisit(tables, secret, 'H99.04', null, workingDayFrom(today, 5));

  const find = (inspection: string, visitId: string, finding: Finding) =>
    addFinding(tables, inspection, visitId, finding, day(36));
  const openCase = find(concluded, visit, {
    member: memberAt('H99.03.02', 12),
    unitCode: 'H99.03.02',
    topic: 'ADMINISTRATIVE_PROCEDURES',
    description: 'Để quá hạn bốn hồ sơ chứng thực, không có thư xin lỗi người dân',
    quantity: 4,
    severity: 'NOTABLE',
    foundOn: day(58),
  });
  const closedCase = find(concluded, visit, {
    member: memberAt('H99.03.01', 9),
    unitCode: 'H99.03.01',
    topic: 'ATTITUDE',
    description: 'Trả lời công dân thiếu chuẩn mực trong giờ tiếp công dân',
    severity: 'NOTABLE',
    foundOn: day(57),
    remedy: { on: day(20), proof: 'Biên bản kiểm điểm số 04/BB-STP' },
  });
  const practice = find(concluded, visit, {
    member: memberAt('H99.03.01', 5),
    unitCode: 'H99.03.01',
    topic: 'ADMINISTRATIVE_PROCEDURES',
    description: 'Mẫu phiếu hướng dẫn một lần, người dân không phải bổ sung hồ sơ lần hai',
    foundOn: day(57),
    isGood: true,
  });
  const unremedied = find(ended, second, {
    unitCode: 'H99.02.03',
    topic: 'DOCUMENT_HANDLING',
    description: 'Sổ văn bản đến không ghi hạn xử lý đối với mười hai văn bản',
    quantity: 12,
    severity: 'LIGHT',
    foundOn: day(39),
  });

  const recommend = (issue: Issue) => addRecommendation(tables, issue);
  const asked = (finding: string, member: Member, foundOn: LocalDate, issue: Omit<Issue, 'findingId' | 'target'>) => ({
    member,
    foundOn,
    findingId: finding,
    recommendationId: recommend({ ...issue, findingId: finding, target: member }),
  });
  const atJustice = { inspectionId: concluded, ownerCode: 'H99.03', issuedOn: day(36) };
  const discipline = {
    ...atJustice,
    kind: 'CONSIDER_DISCIPLINE',
    content: 'Xem xét xử lý kỷ luật theo quy định',
  } as const;
  recommend({
    ...atJustice,
    kind: 'SELF_CRITICISM',
    findingId: openCase,
    target: 'H99.03.02',
    ownerCode: 'H99.03.02',
    content: 'Tập thể phòng kiểm điểm rút kinh nghiệm',
    dueOn: addDays(today, 12),
    state: 'NOT_STARTED',
  });
  recommend({
    inspectionId: ended,
    findingId: unremedied,
    kind: 'RECTIFY',
    target: 'H99.02.03',
    ownerCode: 'H99.02.03',
    content: 'Chấn chỉnh việc ghi sổ và theo dõi hạn xử lý văn bản',
    issuedOn: day(24),
    dueOn: addDays(today, -8),
    state: 'UNDER_WAY',
    followUp: { on: day(15), note: 'Đã phân công người rà soát sổ văn bản', proof: null, by: memberAt('H99.02.03', 0) },
  });
  const head = memberAt('H99.03', 0);
  return {
    openCase: asked(openCase, memberAt('H99.03.02', 12), day(58), {
      ...discipline,
      dueOn: addDays(today, 10),
      state: 'UNDER_WAY',
      followUp: { on: day(30), note: 'Đã mở hồ sơ xem xét', proof: null, by: head },
    }),
    closedCase: asked(closedCase, memberAt('H99.03.01', 9), day(57), {
      ...discipline,
      state: 'CLOSED',
      followUp: { on: day(18), note: 'Đã ban hành quyết định kỷ luật', proof: 'Quyết định kỷ luật', by: head },
      closedOn: day(12),
    }),
    practice: asked(practice, memberAt('H99.03.01', 5), day(57), {
      ...atJustice,
      kind: 'COMMEND',
      content: 'Biểu dương, xem xét công nhận sáng kiến và nhân rộng',
      state: 'DONE',
      followUp: { on: day(14), note: 'Đã công nhận sáng kiến', proof: 'Quyết định công nhận sáng kiến', by: head },
    }),
  };
}

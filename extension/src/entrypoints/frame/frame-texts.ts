import { termTexts } from '../../locales/term-texts.ts';
import type { FrameLevel, FrameState, FrameTaskState } from '../../messaging/overlay-messages.ts';

/** Every visible word of the frame. Kept here and not in src/locales: the frame loads with each page and carries no React. */
export type FrameTexts = {
  readonly decimalMark: ',' | '.';
  readonly levels: Readonly<Record<FrameLevel, { readonly short: string; readonly full: string }>>;
  readonly noLevel: { readonly short: string; readonly full: string };
  /** Of a person whose data are held back from pages. */
  readonly restricted: { readonly short: string; readonly full: string };
  readonly provisional: string;
  readonly confirmed: string;
  readonly tasks: Readonly<Record<FrameTaskState, string>>;
  readonly states: Readonly<Record<Exclude<FrameState, 'READY'>, string>>;
  readonly demonstration: string;
  readonly strip: string;
  readonly several: (count: number) => string;
  readonly shared: (count: number) => string;
  readonly chooseInPanel: string;
  readonly nobody: string;
  readonly noHandler: string;
  readonly daysLeft: (days: number) => string;
  readonly today: string;
  readonly overdue: (days: number) => string;
  readonly noDeadline: string;
  readonly commendations: (count: number) => string;
  readonly discipline: (until: string | null) => string;
  readonly open: string;
  readonly close: string;
  readonly cardLoading: string;
  readonly cardFailed: string;
  readonly counts: (open: number, done: number, late: number, notDone: number) => string;
  readonly plot: string;
  /** Headings of the same figures as a table. */
  readonly plotColumns: readonly [string, string, string];
  readonly scoredBy: (name: string, period: string) => string;
  readonly notScored: string;
  readonly latestCommendations: string;
  readonly disciplines: string;
  /** By the api's name of the form; a form of a newer server is shown by that name. */
  readonly disciplineForms: Readonly<Record<string, string>>;
  /** What keeps somebody from being appointed, by the api's name of it. */
  readonly blocked: string;
  readonly blocks: Readonly<Record<string, string>>;
  readonly until: (what: string, date: string) => string;
  readonly inspections: string;
  readonly openFindings: (count: number) => string;
  readonly goodPractices: (count: number) => string;
  readonly upheldFeedback: (count: number) => string;
  readonly none: string;
};

export const vietnamese: FrameTexts = {
  decimalMark: ',',
  levels: {
    OUTSTANDING: { short: 'HTXS', full: 'Hoàn thành xuất sắc nhiệm vụ' },
    GOOD: { short: 'HTT', full: 'Hoàn thành tốt nhiệm vụ' },
    COMPLETED: { short: 'HT', full: 'Hoàn thành nhiệm vụ' },
    NOT_COMPLETED: { short: 'KHT', full: 'Không hoàn thành nhiệm vụ' },
  },
  noLevel: { short: '—', full: 'Chưa đủ dữ liệu để xếp mức' },
  restricted: { short: 'hạn chế xử lý', full: 'Dữ liệu được hạn chế xử lý theo yêu cầu của người này' },
  provisional: 'tạm tính',
  confirmed: 'đã xác nhận',
  tasks: { NONE: 'chưa giao', OPEN: 'đang làm', DONE: 'đã xong', LATE: 'việc trễ', NOT_DONE: 'không đạt' },
  states: {
    LOADING: 'Đang tải…',
    SIGNED_OUT: 'Chưa đăng nhập — mở bảng bên để đăng nhập',
    REFUSED: 'Tài khoản không có quyền xem',
    FAILED: 'Không kết nối được máy chủ — thử lại sau',
  },
  demonstration: 'Bản trình diễn — dữ liệu hư cấu',
  strip: 'Công vụ: người xử lý và hạn của từng văn bản',
  several: (count) => (count === 1 ? 'chưa chắc là ai' : `${count} người cùng tên`),
  shared: (count) => `${count} người xử lý`,
  chooseInPanel: 'Chọn đúng người trong bảng bên',
  nobody: 'không tìm thấy người này',
  noHandler: 'chưa ghi người xử lý',
  daysLeft: (days) => `còn ${days} ngày`,
  today: 'hôm nay',
  overdue: (days) => `quá hạn ${days} ngày`,
  noDeadline: 'không có hạn',
  commendations: (count) => `${count} khen thưởng`,
  discipline: (until) => (until === null ? 'đang trong thời hạn kỷ luật' : `đang trong thời hạn kỷ luật đến ${until}`),
  open: 'Mở trong bảng bên',
  close: 'Đóng',
  cardLoading: 'Đang tải hồ sơ…',
  cardFailed: 'Không tải được hồ sơ',
  counts: (open, done, late, notDone) => `Việc: ${open} đang làm · ${done} xong · ${late} trễ · ${notDone} không đạt`,
  plot: 'Điểm 8 kỳ gần nhất',
  plotColumns: ['Kỳ', 'Điểm', 'Mức'],
  scoredBy: (name, period) => `Người chấm: ${name} (kỳ ${period})`,
  notScored: 'Chưa có phiếu nào được xác nhận',
  latestCommendations: 'Khen thưởng gần đây',
  disciplines: 'Kỷ luật đang có hiệu lực',
  disciplineForms: termTexts.vi.discipline,
  blocked: 'Chưa xem xét bổ nhiệm, quy hoạch',
  blocks: {
    SALARY_DELAY: 'kéo dài thời hạn nâng lương',
    NO_LEADERSHIP: 'không giữ chức vụ lãnh đạo, quản lý',
    PENDING_PROCEDURE: 'đang trong quá trình xem xét kỷ luật',
  },
  until: (what, date) => `${what} đến ${date}`,
  inspections: 'Kiểm tra, phản ánh gần đây',
  openFindings: (count) => `${count} tồn tại chưa khắc phục`,
  goodPractices: (count) => `${count} cách làm tốt`,
  upheldFeedback: (count) => `${count} phản ánh, kiến nghị đúng hoặc đúng một phần`,
  none: 'không có',
};

export const english: FrameTexts = {
  decimalMark: '.',
  levels: {
    OUTSTANDING: { short: 'HTXS', full: 'Outstanding' },
    GOOD: { short: 'HTT', full: 'Good' },
    COMPLETED: { short: 'HT', full: 'Completed' },
    NOT_COMPLETED: { short: 'KHT', full: 'Not completed' },
  },
  noLevel: { short: '—', full: 'Not enough data for a level' },
  restricted: { short: 'restricted', full: 'Processing is restricted at this person’s request' },
  provisional: 'provisional',
  confirmed: 'confirmed',
  tasks: { NONE: 'no task', OPEN: 'in hand', DONE: 'done', LATE: 'late', NOT_DONE: 'not done' },
  states: {
    LOADING: 'Loading…',
    SIGNED_OUT: 'Signed out — open the side panel to sign in',
    REFUSED: 'This account may not see these people',
    FAILED: 'The server does not answer — try again later',
  },
  demonstration: 'Demonstration — fictional data',
  strip: 'Công vụ: handler and deadline of each document',
  several: (count) => (count === 1 ? 'not certain who' : `${count} of this name`),
  shared: (count) => `${count} handlers`,
  chooseInPanel: 'Choose the right person in the side panel',
  nobody: 'nobody of this name',
  noHandler: 'no handler named',
  daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  today: 'today',
  overdue: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
  noDeadline: 'no deadline',
  commendations: (count) => (count === 1 ? '1 commendation' : `${count} commendations`),
  discipline: (until) => (until === null ? 'under an active discipline' : `under discipline until ${until}`),
  open: 'Open in the side panel',
  close: 'Close',
  cardLoading: 'Loading the record…',
  cardFailed: 'The record could not be loaded',
  counts: (open, done, late, notDone) => `Tasks: ${open} open · ${done} done · ${late} late · ${notDone} not done`,
  plot: 'Score of the last 8 periods',
  plotColumns: ['Period', 'Score', 'Level'],
  scoredBy: (name, period) => `Scored by ${name} (${period})`,
  notScored: 'No sheet has been confirmed yet',
  latestCommendations: 'Latest commendations',
  disciplines: 'Active discipline',
  disciplineForms: termTexts.en.discipline,
  blocked: 'Not to be appointed or planned for',
  blocks: {
    SALARY_DELAY: 'a later rise of salary',
    NO_LEADERSHIP: 'no leading post',
    PENDING_PROCEDURE: 'a discipline procedure is pending',
  },
  until: (what, date) => `${what} until ${date}`,
  inspections: 'Recent inspections and feedback',
  openFindings: (count) => `${count} not remedied`,
  goodPractices: (count) => (count === 1 ? '1 good practice' : `${count} good practices`),
  upheldFeedback: (count) => `${count} upheld, wholly or in part`,
  none: 'none',
};

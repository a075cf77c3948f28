import { addMonths, type LocalDate } from '../primitives/local-date.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { Source } from '../primitives/source.ts';
import { source } from './register-source.ts';
import { RETENTION_ENTITIES } from './register-words.ts';

/** What a retention table names: the entities a job proposes, and what is kept for ever. */
export const RETENTION_SUBJECTS = [...RETENTION_ENTITIES, 'DISCIPLINE_FILE'] as const;
export type RetentionSubject = (typeof RETENTION_SUBJECTS)[number];

/** From when the years run: from the end of what it was for, or from the day it was made. */
export const RETENTION_STARTS = ['END', 'CREATED'] as const;
export type RetentionStart = (typeof RETENTION_STARTS)[number];

/** How long rows of one kind are kept; `years` null: for ever. */
export interface RetentionTerm {
  readonly subject: RetentionSubject;
  /** Whole years, at least 1. */
  readonly years: number | null;
  readonly from: RetentionStart;
  /** What is done with them after that. */
  readonly text: LocalisedText;
  readonly source: Source;
}

/** One row of each subject. */
export type RetentionTable = readonly RetentionTerm[];

const archives = (certainty: 'RECALLED' | 'ASSUMPTION') => source('10/2022/TT-BNV', null, certainty);
/** No term was read for these; an office puts its own in their place. */
const ours = source('91/2025/QH15', null, 'ASSUMPTION', '2026-01-01');

/**
 * How long each kind of row is kept until an office publishes its own table. Ten years for evaluation and for ever for discipline
 * are recalled of archive practice (domain.md 13); the other terms are ours, since no source read names one.
 */
export const RETENTION_TABLE: RetentionTable = [
  {
    subject: 'FEEDBACK_SENDER',
    years: 2,
    from: 'END',
    text: {
      vi: 'Xóa tên và liên hệ của người gửi phản ánh đã đóng; nội dung và kết quả được giữ.',
      en: 'Name and contact of who sent closed feedback are erased; what was said and came of it is kept.',
    },
    source: ours,
  },
  {
    subject: 'ABSENCE',
    years: 10,
    from: 'END',
    text: {
      vi: 'Xóa ghi nhận vắng mặt (dữ liệu sức khỏe) cùng thời hạn với hồ sơ đánh giá.',
      en: 'Absences (health data) are deleted when the evaluation file they explain is handed over.',
    },
    source: archives('ASSUMPTION'),
  },
  {
    subject: 'DATA_REQUEST',
    years: 5,
    from: 'END',
    text: {
      vi: 'Xóa lời của yêu cầu, trả lời và kết quả; loại, ngày và trạng thái được giữ.',
      en: 'The words of request, answer and result are erased; kind, days and state are kept.',
    },
    source: ours,
  },
  {
    subject: 'IMPORT_PROBLEM',
    years: 1,
    from: 'END',
    text: {
      vi: 'Xóa danh sách dòng lỗi của lần nhập.',
      en: 'The list of an import’s refused lines is deleted.',
    },
    source: ours,
  },
  {
    subject: 'EVALUATION_FILE',
    years: 10,
    from: 'END',
    text: {
      vi: 'Lập danh sách hồ sơ đánh giá nộp lưu trữ; hệ thống không tự xóa vì luật lưu trữ được ưu tiên.',
      en: 'A list of evaluation files for the archive is made; the system deletes none, since archive law prevails.',
    },
    source: archives('RECALLED'),
  },
  {
    subject: 'UPLOAD_FILE',
    years: 1,
    from: 'CREATED',
    text: {
      vi: 'Xóa tệp đã tải lên; tệp hết hạn sau 24 giờ và thường đã được xóa ngay khi đó.',
      en: 'Uploaded files are deleted; they end after 24 hours and are mostly gone by then.',
    },
    source: ours,
  },
  {
    subject: 'EXPORT_FILE',
    years: 1,
    from: 'CREATED',
    text: {
      vi: 'Xóa tệp đã xuất; nội dung hết hạn tải về sau 24 giờ, chỉ còn mã kiểm tra và số dòng được giữ.',
      en: 'Exported files are deleted; their content ends after 24 hours, and only checksum and row count are kept till then.',
    },
    source: ours,
  },
  {
    subject: 'DISCIPLINE_FILE',
    years: null,
    from: 'CREATED',
    text: { vi: 'Hồ sơ kỷ luật được giữ vĩnh viễn.', en: 'Files of discipline are kept for ever.' },
    source: archives('RECALLED'),
  },
];

/** The day before which rows are past their time: `years` whole years before `today`. */
export function retentionCutoff(years: number, today: LocalDate): LocalDate {
  return addMonths(today, -12 * years);
}

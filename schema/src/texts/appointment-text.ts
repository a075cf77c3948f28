import type { Locale, LocalisedText } from '../primitives/locale.ts';
import type {
  AppointmentCondition,
  AppointmentConditionKind,
  ConditionState,
  ShortlistState,
} from '../shortlist/shortlist.ts';
import { levelTexts } from './term-texts.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const conditionStateTexts: Texts<ConditionState> = {
  MET: { vi: 'Đạt', en: 'Met' },
  MISSING: { vi: 'Chưa đạt', en: 'Missing' },
  UNKNOWN: { vi: 'Chưa rõ', en: 'Unknown' },
};

export const shortlistStateTexts: Texts<ShortlistState> = {
  ALL_MET: { vi: 'Đạt mọi điều kiện', en: 'All conditions met' },
  SOMETHING_UNKNOWN: { vi: 'Còn điều kiện chưa rõ', en: 'Something is unknown' },
  SOMETHING_MISSING: { vi: 'Còn điều kiện chưa đạt', en: 'Something is missing' },
};

/** What each kind of condition is about. */
export const appointmentConditionTexts: Texts<AppointmentConditionKind> = {
  PLANNED: { vi: 'Quy hoạch', en: 'In the plan' },
  SERVICE_MONTHS: { vi: 'Thời gian công tác còn lại', en: 'Time until retirement' },
  NO_ACTIVE_DISCIPLINE: { vi: 'Không trong thời hạn kỷ luật', en: 'No discipline in effect' },
  NO_PENDING_PROCEDURE: { vi: 'Không đang bị xem xét, xử lý', en: 'No procedure pending' },
  LATEST_LEVEL: { vi: 'Xếp loại năm gần nhất', en: 'Latest level' },
  NO_LEVEL: { vi: 'Xếp loại các năm trước', en: 'Levels of earlier years' },
  TO_CONFIRM: { vi: 'Cần cấp có thẩm quyền xác nhận', en: 'For people to confirm' },
};

/** A condition as a sentence a leader can check. */
export function appointmentConditionText(condition: AppointmentCondition, locale: Locale): string {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  switch (condition.kind) {
    case 'PLANNED':
      return say('Có trong quy hoạch chức vụ này', 'Is in the plan for this post');
    case 'SERVICE_MONTHS':
      return say(
        `Còn đủ ${condition.months} tháng công tác đến ngày nghỉ hưu`,
        `Has at least ${condition.months} months until retirement`,
      );
    case 'NO_ACTIVE_DISCIPLINE':
      return say('Không trong thời hạn chịu hệ quả kỷ luật', 'No discipline is in effect');
    case 'NO_PENDING_PROCEDURE':
      return say(
        'Không đang bị xem xét kỷ luật, thanh tra, điều tra',
        'No discipline, inspection or investigation is pending',
      );
    case 'LATEST_LEVEL': {
      const levels = condition.levels.map((level) => levelTexts[level][locale]).join(say(' hoặc ', ' or '));
      return say(`Năm gần nhất được xếp loại ${levels}`, `The latest year is ${levels}`);
    }
    case 'NO_LEVEL': {
      const level = levelTexts[condition.level][locale];
      return say(
        `Không có năm nào xếp loại ${level} trong ${condition.years} năm gần nhất`,
        `None of the last ${condition.years} years is ${level}`,
      );
    }
    case 'TO_CONFIRM':
      return condition.text[locale];
    default:
      return condition satisfies never;
  }
}

import type { Level } from '../evaluation/level.ts';
import { type LocalDate, toVietnameseDate } from '../primitives/local-date.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { BlockKind } from '../registers/register-words.ts';
import { blockKindTexts } from './register-texts.ts';
import { levelTexts } from './term-texts.ts';

/** What was found of a condition of appointment. A day of retirement, a decision and its grounds are never among it. */
export type FoundText =
  | { readonly kind: 'PLANNED'; readonly until: LocalDate | null }
  | { readonly kind: 'NOT_PLANNED' }
  | { readonly kind: 'PLAN_UNKNOWN' }
  | { readonly kind: 'SERVICE'; readonly isEnough: boolean }
  | { readonly kind: 'SERVICE_UNKNOWN' }
  | { readonly kind: 'NO_BLOCK' }
  | { readonly kind: 'BLOCK'; readonly block: BlockKind; readonly until: LocalDate | null }
  | { readonly kind: 'BLOCKS_UNKNOWN' }
  | { readonly kind: 'YEAR'; readonly year: number; readonly level: Level | null }
  | { readonly kind: 'YEARS'; readonly known: number; readonly asked: number }
  | { readonly kind: 'NO_YEAR' }
  | { readonly kind: 'TO_CONFIRM' };

/** The same in words. */
export function foundTexts(found: FoundText): LocalisedText {
  switch (found.kind) {
    case 'PLANNED':
      return found.until === null
        ? { vi: 'Đang trong quy hoạch', en: 'In the plan' }
        : { vi: `Đang trong quy hoạch, đến ${toVietnameseDate(found.until)}`, en: `In the plan until ${found.until}` };
    case 'NOT_PLANNED':
      return { vi: 'Không có trong quy hoạch chức vụ này', en: 'Not in the plan for this post' };
    case 'PLAN_UNKNOWN':
      return { vi: 'Chưa có dữ liệu quy hoạch của đơn vị này', en: 'No plan of this unit is kept here' };
    case 'SERVICE':
      return found.isEnough
        ? { vi: 'Đủ thời gian công tác', en: 'Enough time until retirement' }
        : { vi: 'Không đủ thời gian công tác', en: 'Not enough time until retirement' };
    case 'SERVICE_UNKNOWN':
      return { vi: 'Chưa có ngày nghỉ hưu trong hồ sơ', en: 'The file states no day of retirement' };
    case 'NO_BLOCK':
      return { vi: 'Không có', en: 'None' };
    case 'BLOCK': {
      const { vi, en } = blockKindTexts[found.block];
      return found.until === null
        ? { vi, en }
        : { vi: `${vi}, đến ${toVietnameseDate(found.until)}`, en: `${en}, until ${found.until}` };
    }
    case 'BLOCKS_UNKNOWN':
      return { vi: 'Người xem không có quyền xem dữ liệu này', en: 'Not shown to who asks' };
    case 'YEAR': {
      const level = found.level === null ? NOT_CLASSIFIED : levelTexts[found.level];
      return { vi: `Năm ${found.year}: ${level.vi}`, en: `${found.year}: ${level.en}` };
    }
    case 'YEARS':
      return {
        vi: `Có quyết định của ${found.known} trong ${found.asked} năm, không năm nào ở mức này`,
        en: `Decisions of ${found.known} of ${found.asked} years are kept, none at this level`,
      };
    case 'NO_YEAR':
      return { vi: 'Chưa có quyết định xếp loại nào', en: 'No level was decided yet' };
    case 'TO_CONFIRM':
      return { vi: 'Cần cấp có thẩm quyền xác nhận', en: 'For the authority to confirm' };
    default:
      return found satisfies never;
  }
}

const NOT_CLASSIFIED: LocalisedText = { vi: 'không xếp loại', en: 'not classified' };

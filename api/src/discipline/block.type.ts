import { toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { BLOCK_KINDS, type BlockKind } from '@congvu/schema/registers';
import type { Locale } from '@congvu/schema/texts';
import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { optionalDate } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { type BlockRow, blocksOn } from './block.store.ts';
import { disciplineById } from './discipline.store.ts';
import { DisciplineDecisionRef } from './discipline.type.ts';

const RecordBlockKindEnum = builder.enumType('RecordBlockKind', {
  description:
    'ACTIVE_DISCIPLINE: no planning, training or higher post. SALARY_DELAY: a later rise of salary. NO_LEADERSHIP: no leading post again. PENDING_PROCEDURE: an act is being handled.',
  values: BLOCK_KINDS,
});

const RecordBlockRef = builder.objectRef<BlockRow>('RecordBlock').implement({
  description: 'Why somebody cannot be appointed, or has his rise later, on a day. Nothing runs for it to end.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RecordBlockKindEnum, description: 'What kind.' }),
    until: t.expose('until', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day; null: for ever, or while the procedure lasts.',
    }),
    decision: t.field({
      type: DisciplineDecisionRef,
      nullable: true,
      description: 'The decision that brings it; null where there is none, or one may not see it.',
      resolve: ({ decisionId }, _args, context) =>
        decisionId === null ? null : loadOne(context, disciplineById, decisionId),
    }),
    text: t.string({
      description: 'In words, in the language of Accept-Language.',
      resolve: (block, _args, { locale }) => blockText(block, locale),
    }),
  }),
});

const TEXTS: Readonly<Record<BlockKind, Readonly<Record<Locale, string>>>> = {
  ACTIVE_DISCIPLINE: {
    vi: 'Chưa được quy hoạch, đào tạo, bổ nhiệm chức vụ cao hơn',
    en: 'No planning, training or appointment to a higher post',
  },
  SALARY_DELAY: { vi: 'Kéo dài thời hạn nâng lương', en: 'A later rise of salary' },
  NO_LEADERSHIP: { vi: 'Không được bổ nhiệm chức vụ lãnh đạo, quản lý', en: 'No appointment to a leading post' },
  PENDING_PROCEDURE: { vi: 'Đang trong quá trình xem xét, xử lý kỷ luật', en: 'Under a disciplinary procedure' },
};

function blockText({ kind, until, year }: BlockRow, locale: Locale): string {
  const text = TEXTS[kind][locale];
  const byYear = year === null ? '' : locale === 'vi' ? ` (xếp loại năm ${year})` : ` (level of ${year})`;
  if (until === null) return `${text}${byYear}`;
  const day = locale === 'vi' ? toVietnameseDate(until) : until;
  return `${text}${byYear} ${locale === 'vi' ? 'đến hết ngày' : 'through'} ${day}`;
}

builder.objectField(EmployeeRef, 'blocks', (t) =>
  t.field({
    type: [RecordBlockRef],
    nullable: true,
    description:
      'What stands against appointing the person on a day; null where one is not allowed to know. It follows the person to his unit of today, the records stay with theirs.',
    args: { on: t.arg({ type: 'LocalDate', required: false, description: 'Today unless stated.' }) },
    resolve: async (employee, { on }, context) => {
      if (!mayKnow(context, 'DISCIPLINE_READ', employee)) return null;
      context.access.note('discipline', employee.id);
      const day = optionalDate(on, context) ?? context.today;
      return [...((await loadOne(context, blocksOn(day), employee.id)) ?? [])];
    },
  }),
);

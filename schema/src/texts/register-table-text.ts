import { type LocalDate, toVietnameseDate } from '../primitives/local-date.ts';
import type { Locale } from '../primitives/locale.ts';
import { parseRational } from '../primitives/rational.ts';
import type { Source } from '../primitives/source.ts';
import type {
  DisciplineEffectRow,
  DisciplineFormRow,
  RegisterTableKind,
  RetentionTerm,
  TableOf,
} from '../registers/registers.ts';
import { appointmentConditionText } from './appointment-text.ts';
import { signFloorTexts } from './calibration-texts.ts';
import { disciplineFormTexts } from './classification-terms.ts';
import { conditionText } from './commendation-text.ts';
import { toDisplayIn } from './number-text.ts';
import { effectKindTexts } from './register-texts.ts';
import { termNameTexts, termUnitTexts } from './term-name-texts.ts';
import { levelTexts, postTexts, subjectTypeTexts, unitKindTexts } from './term-texts.ts';

/** A row of a table as a person reads it: what it is about, what it says, and where that stands. */
export interface RegisterTableRowText {
  readonly text: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly source: Source;
}

/** The rows of a table in their order, in words. A title has a row for itself and one for each of its conditions. */
export function registerTableRows<Kind extends RegisterTableKind>(
  kind: Kind,
  table: TableOf<Kind>,
  locale: Locale,
): readonly RegisterTableRowText[] {
  // The kind names the table's own writer, which the compiler does not carry over to the value.
  const write = writers[kind] as (table: TableOf<Kind>, locale: Locale) => readonly RegisterTableRowText[];
  return write(table, locale);
}

const writers: {
  readonly [Kind in RegisterTableKind]: (table: TableOf<Kind>, locale: Locale) => readonly RegisterTableRowText[];
} = {
  DISCIPLINE_FORMS: (table, locale) => table.map((row) => formRow(row, locale)),
  DISCIPLINE_EFFECTS: (table, locale) => table.map((row) => effectRow(row, locale)),
  COMMENDATION_TITLES: (table, locale) =>
    table.flatMap((title) => {
      const bonus = title.bonus === null ? null : parseRational(title.bonus.multiple);
      const facts =
        bonus?.ok === true
          ? [fact(locale, 'Mức thưởng (lần lương cơ sở)', 'Bonus (base salaries)', toDisplayIn(bonus.value, locale))]
          : [];
      return [
        { text: title.name[locale], facts, source: title.bonus?.source ?? title.source },
        ...title.conditions.map((condition) => ({
          text: title.name[locale],
          facts: [fact(locale, 'Điều kiện', 'Condition', conditionText(condition, locale))],
          source: condition.source,
        })),
      ];
    }),
  CLOCKS: (table, locale) =>
    table.map(({ name, count, unit, source }) => ({
      text: termNameTexts[name][locale],
      facts: [fact(locale, 'Thời hạn', 'Term', `${count} ${termUnitTexts[unit][locale]}`)],
      source,
    })),
  RETENTION: (table, locale) => table.map((row) => retentionRow(row, locale)),
  APPOINTMENT_CONDITIONS: (table, locale) =>
    table.flatMap(({ post, unitKind, conditions }) =>
      conditions.map((condition) => ({
        text: `${postTexts[post][locale]}${unitKind === null ? '' : ` · ${unitKindTexts[unitKind][locale]}`}`,
        facts: [fact(locale, 'Điều kiện', 'Condition', appointmentConditionText(condition, locale))],
        source: condition.source,
      })),
    ),
  SIGN_FLOORS: (table, locale) =>
    table.map(({ name, value, source }) => ({
      text: signFloorTexts[name][locale],
      facts: [fact(locale, 'Ngưỡng', 'Floor', value)],
      source,
    })),
};

function formRow(row: DisciplineFormRow, locale: Locale): RegisterTableRowText {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const subject =
    row.subjectType === null ? say('Mọi đối tượng', 'Everybody') : subjectTypeTexts[row.subjectType][locale];
  const post =
    row.leader === null
      ? ''
      : row.leader
        ? say(', giữ chức vụ lãnh đạo, quản lý', ', leading')
        : say(', không giữ chức vụ', ', not leading');
  return {
    text: `${subject}${post}`,
    facts: [
      fact(locale, 'Hình thức', 'Forms', row.forms.map((form) => disciplineFormTexts[form][locale]).join(' · ')),
      ...days(locale, row.from, row.to),
    ],
    source: row.source,
  };
}

function effectRow(row: DisciplineEffectRow, locale: Locale): RegisterTableRowText {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const cause =
    row.form !== null ? disciplineFormTexts[row.form][locale] : row.level !== null ? levelTexts[row.level][locale] : '';
  const months =
    row.months === null ? say('không thời hạn', 'for ever') : `${row.months} ${termUnitTexts.MONTH[locale]}`;
  return {
    text: cause,
    facts: [
      fact(locale, 'Hệ quả', 'Effect', effectKindTexts[row.kind][locale]),
      fact(locale, 'Thời gian', 'How long', months),
      ...(row.subjectType === null
        ? []
        : [fact(locale, 'Đối tượng', 'Whom', subjectTypeTexts[row.subjectType][locale])]),
      ...(row.corruption === true ? [fact(locale, 'Khi', 'When', say('vi phạm về tham nhũng', 'for corruption'))] : []),
      ...(row.managedBy === null
        ? []
        : [
            fact(
              locale,
              'Diện quản lý',
              'Managed by',
              row.managedBy === 'PARTY' ? say('cấp ủy quản lý', 'the Party') : say('cơ quan nhà nước', 'the State'),
            ),
          ]),
      ...days(locale, row.from, row.to),
    ],
    source: row.source,
  };
}

function retentionRow({ text, years, from, source }: RetentionTerm, locale: Locale): RegisterTableRowText {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const start = from === 'END' ? say('từ khi kết thúc', 'from its end') : say('từ khi tạo lập', 'from its making');
  return {
    text: text[locale],
    facts: [
      fact(
        locale,
        'Lưu giữ',
        'Kept',
        years === null ? say('vĩnh viễn', 'for ever') : say(`${years} năm ${start}`, `${years} year(s) ${start}`),
      ),
    ],
    source,
  };
}

function days(locale: Locale, from: LocalDate | null, to: LocalDate | null): RegisterTableRowText['facts'] {
  const written = (date: LocalDate) => (locale === 'vi' ? toVietnameseDate(date) : date);
  return [
    ...(from === null ? [] : [fact(locale, 'Từ ngày', 'From', written(from))]),
    ...(to === null ? [] : [fact(locale, 'Đến hết ngày', 'Until', written(to))]),
  ];
}

function fact(
  locale: Locale,
  vi: string,
  en: string,
  value: string,
): { readonly name: string; readonly value: string } {
  return { name: locale === 'vi' ? vi : en, value };
}

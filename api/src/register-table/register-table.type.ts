import { REGISTER_TABLE_KINDS } from '@congvu/schema/registers';
import { type RegisterTableRowText, registerTableKindTexts, registerTableRows } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { SourceRef } from '../score/score.type.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { getRegisterTable, type ShownTable } from './register-table.store.ts';

export const RegisterTableKindEnum = builder.enumType('RegisterTableKind', {
  description:
    'Law of the registers, conditions of appointment and floors of signs: what an office may replace by its own decision.',
  values: REGISTER_TABLE_KINDS,
});

type Fact = RegisterTableRowText['facts'][number];

const RegisterTableFactRef = builder.objectRef<Fact>('RegisterTableFact').implement({
  description: 'Something a row says.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is, in the language of Accept-Language.' }),
    value: t.exposeString('value', { description: 'Its value in words or figures, in the same language.' }),
  }),
});

const RegisterTableRowRef = builder.objectRef<RegisterTableRowText>('RegisterTableRow').implement({
  description: 'A rule of a table, with where it stands and how far that was checked.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What it is about, in the language of Accept-Language.' }),
    facts: t.field({
      type: [RegisterTableFactRef],
      description: 'What it says.',
      resolve: ({ facts }) => [...facts],
    }),
    source: t.field({ type: SourceRef, description: 'Where it stands.', resolve: ({ source }) => source }),
  }),
});

export const RegisterTableRef = builder.objectRef<ShownTable>('RegisterTable');

RegisterTableRef.implement({
  description:
    'Forms, effects, titles, terms or retention of the registers, conditions of appointment, or floors of signs: the built-in table, or one an office published. Never edited once published.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RegisterTableKindEnum, description: 'What it is of.' }),
    name: t.string({
      description: 'Its name in the language of Accept-Language.',
      resolve: ({ kind }, _args, context) => registerTableKindTexts[kind][context.locale],
    }),
    version: t.int({ description: 'Counts from 1; 0 is the built-in one.', resolve: ({ row }) => row?.version ?? 0 }),
    agency: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit it holds for, and those below; null for everybody.',
      resolve: ({ row }, _args, context) =>
        row === null || row.agencyId === null ? null : getUnit(context, row.agencyId),
    }),
    effectiveFrom: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'First day in force; null for the built-in one, whose rows have days of their own.',
      resolve: ({ row }) => row?.effectiveFrom ?? null,
    }),
    effectiveTo: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day; null without end.',
      resolve: ({ row }) => row?.effectiveTo ?? null,
    }),
    decisionNumber: t.string({
      nullable: true,
      description: 'Number of the office’s decision; null for the built-in one.',
      resolve: ({ row }) => row?.decisionNumber ?? null,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the office published it here; null for the built-in one.',
      resolve: ({ row }) => row?.publishedAt ?? null,
    }),
    rows: t.field({
      type: [RegisterTableRowRef],
      description: 'Its rules in words.',
      resolve: async ({ kind, row }, _args, context) => [
        ...registerTableRows(kind, await getRegisterTable(context, kind, row?.id ?? null), context.locale),
      ],
    }),
    body: t.string({
      description:
        'Its rows as JSON text, to write an office’s own from: `publishRegisterTable` takes them without the sources.',
      resolve: async ({ kind, row }, _args, context) =>
        JSON.stringify(row === null ? withoutSources(await getRegisterTable(context, kind, null)) : row.body),
    }),
  }),
});

/** As an office writes a table: its decision is the source of every row, and a title's bonus is a number. */
function withoutSources(table: readonly object[]): unknown {
  const rows: readonly Record<string, unknown>[] = JSON.parse(
    JSON.stringify(table, (key, value) => (key === 'source' ? undefined : value)),
  );
  return rows.map(({ bonus, ...row }) =>
    bonus === undefined ? row : { ...row, bonusMultiple: bonus === null ? null : Reflect.get(bonus, 'multiple') },
  );
}

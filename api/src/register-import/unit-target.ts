import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError, type FieldError } from '@congvu/schema/errors';
import type { UnitKind } from '@congvu/schema/evaluation';
import type { ImportRecord } from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import type { BatchTarget, ImportSetting, Planned, ReadRow, RowOutcome, WrittenRow } from './import-target.ts';
import { insertUnits } from './unit-rows.store.ts';

interface KnownUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly path: string;
  readonly kind: UnitKind;
  readonly level: number;
  readonly parent: string | null;
  readonly validTo: string | null;
}

interface KnownGroup {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
}

/** The deepest level a unit may have; its column and the rule of levels below a parent allow no more. */
const DEEPEST = 9;

/**
 * Units with their groups of similar work, in the order the file was put in: a parent comes before what is below it. Of a unit
 * that is there a name may differ, and groups may be missing; its place in the tree does not change.
 */
export function unitTarget(setting: ImportSetting): BatchTarget<'UNIT'> {
  const rules =
    setting.context.actor?.permissions.find(({ permission }) => permission === 'RULES_MANAGE')?.unitPaths ?? [];
  return {
    register: 'UNIT',
    keysOf: ({ code, groups }) => [
      { path: '/code', key: `code ${code}`, says: code },
      ...groups.map((group) => ({ path: '/groups', key: `group ${group.code}`, says: group.code })),
    ],
    plan: async (tx, rows) => {
      const known = await findKnown(
        tx,
        rows.flatMap(({ record }) => [record.code, record.parent]),
      );
      const groups = await findGroups(
        tx,
        rows.flatMap(({ record }) => record.groups.map(({ code }) => code)),
      );
      /** Units of this batch, which are there by the time the next row is stored. */
      const coming = new Map<string, KnownUnit>();
      return rows.map((row) => {
        const parent = known.get(row.record.parent) ?? coming.get(row.record.parent) ?? null;
        const outcome = planRow(row, parent, known.get(row.record.code) ?? null, groups, setting, rules);
        if ('planned' in outcome && outcome.planned !== null && outcome.planned.action !== 'CHANGED' && parent !== null)
          coming.set(row.record.code, toComing(row.record, outcome.planned.id, parent));
        return outcome;
      });
    },
    insert: (tx: Transaction, planned: readonly Planned[]): Promise<readonly WrittenRow[]> => insertUnits(tx, planned),
  };
}

function planRow(
  { line, record }: ReadRow<'UNIT'>,
  parent: KnownUnit | null,
  known: KnownUnit | null,
  groups: ReadonlyMap<string, KnownGroup>,
  setting: ImportSetting,
  rules: readonly string[],
): RowOutcome {
  if (parent === null || !setting.isKept(parent))
    return { line, errors: [{ path: '/parent', error: domainError('UNIT_UNKNOWN', { unit: record.parent }) }] };
  const errors = findErrors(record, parent, known, groups, rules);
  if (errors.length > 0) return { line, errors };
  const fresh = record.groups.filter(({ code }) => !groups.has(code));
  const shortName = record.shortName ?? record.name;
  if (known === null) {
    const row = {
      code: record.code,
      name: record.name,
      short_name: shortName,
      level: record.level ?? parent.level + 1,
      kind: record.kind,
      parent_id: parent.id,
      valid_from: record.validFrom,
      groups: fresh,
    };
    return { line, planned: { line, id: randomUUID(), number: record.code, row } };
  }
  const isRenamed = known.name !== record.name || (record.shortName !== null && known.shortName !== record.shortName);
  if (!isRenamed && fresh.length === 0) return { line, planned: null };
  const names = { name: record.name, short_name: record.shortName ?? known.shortName };
  const before = { name: known.name, short_name: known.shortName };
  const row = { groups: fresh, ...(isRenamed ? { ...names, before } : {}) };
  return { line, planned: { line, id: known.id, number: known.code, action: 'CHANGED', row } };
}

function findErrors(
  record: ImportRecord<'UNIT'>,
  parent: KnownUnit,
  known: KnownUnit | null,
  groups: ReadonlyMap<string, KnownGroup>,
  rules: readonly string[],
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const inconsistent = (path: string) =>
    errors.push({ path, error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) });
  if (known === null) {
    if (record.kind !== 'DIRECT_UNIT' && !covers(rules, parent.path))
      errors.push({ path: '/kind', error: domainError('FORBIDDEN', { permission: 'RULES_MANAGE' }) });
    const level = record.level ?? parent.level + 1;
    if (level <= parent.level || level > DEEPEST) {
      const bounds = { minimum: String(parent.level + 1), maximum: String(DEEPEST) };
      errors.push({ path: '/level', error: domainError('OUT_OF_RANGE', { given: String(level), ...bounds }) });
    }
    if (parent.validTo !== null && record.validFrom > parent.validTo) {
      // Written by the database from a date column.
      const closedOn = parent.validTo as typeof record.validFrom;
      errors.push({ path: '/parent', error: domainError('UNIT_CLOSED', { unit: parent.code, closedOn }) });
    }
  } else {
    // The same code elsewhere in the tree, or of another kind, is another unit.
    if (known.parent !== record.parent) inconsistent('/parent');
    if (known.kind !== record.kind) inconsistent('/kind');
  }
  const taken = record.groups.some(({ code }) => (groups.get(code)?.unit ?? record.code) !== record.code);
  if (taken) inconsistent('/groups');
  return errors;
}

function toComing(record: ImportRecord<'UNIT'>, id: string, parent: KnownUnit): KnownUnit {
  return {
    id,
    code: record.code,
    name: record.name,
    shortName: record.shortName ?? record.name,
    // Below the parent is all that is asked of it before the database writes it.
    path: `${parent.path}._`,
    kind: record.kind,
    level: record.level ?? parent.level + 1,
    parent: parent.code,
    validTo: null,
  };
}

async function findKnown(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
  const rows = await tx.$queryRaw<readonly KnownUnit[]>`
    select u.id, u.code, u.name, u.short_name as "shortName", u.path_text as path, u.kind::text as kind, u.level::integer as level,
      above.code as parent, u.valid_to::text as "validTo"
    from congvu.unit u left join congvu.unit above on above.id = u.parent_id
    where u.code = any(${[...new Set(codes)]}::text[])`;
  return new Map(rows.map((unit) => [unit.code, unit]));
}

async function findGroups(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, KnownGroup>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.$queryRaw<readonly KnownGroup[]>`
    select g.code, g.name, u.code as unit from congvu.work_group g join congvu.unit u on u.id = g.unit_id
    where g.code = any(${[...new Set(codes)]}::text[])`;
  return new Map(rows.map((group) => [group.code, group]));
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';

const BINS = '{ fromPercent toPercent count }';
const SPREAD = '{ min q1 median q3 max }';
const QUERY = `query U($unit: String!, $period: Period!) { unitComparison(unit: $unit, period: $period) { unit { code } period provisional units {
  unit { code } members levels { group { code name } level count share } quota { limit used left } result { level total state }
  mean quartiles ${SPREAD} quantity ${BINS} quality ${BINS} progress ${BINS} general resultMean selfGap
  delayCauses { cause count } workload ${SPREAD} contradictions { kind text members share source { instrument clause certainty } } } } }`;

interface Unit {
  readonly unit: { readonly code: string };
  readonly members: number;
  readonly levels: readonly {
    readonly group: { readonly code: string };
    readonly count: number;
    readonly share: string;
  }[];
  readonly quota: { readonly limit: number; readonly used: number; readonly left: number } | null;
  readonly quality: readonly { readonly count: number }[];
  readonly contradictions: readonly {
    readonly kind: string;
    readonly share: string | null;
    readonly source: { readonly certainty: string };
  }[];
}

let office: ApiOffice;
let headCode: string;
beforeAll(async () => {
  office = await openApiOffice();
  const owner = office.ownerPool;
  const { rows } = await owner.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit u on u.id = a.unit_id where u.code = 'H99.01' and a.post = 'HEAD'`,
  );
  headCode = rows[0]?.code ?? '';
  await putInDecidedYear(owner, 'H99.01', 2025);
  // The agency itself COMPLETED while its people and its head are GOOD. What is decided refuses any change, so its guards are put
  // aside for the arranging alone.
  await owner.query('alter table congvu.unit_result disable trigger user');
  await owner.query(`update congvu.unit_result set decided_level = 'COMPLETED' where year = 2025`);
  await owner.query('alter table congvu.unit_result enable trigger user');
});
afterAll(() => office?.close());

const ask = (variables: object, userName = 'lanhdao') =>
  office.as(userName)(QUERY, { unit: 'H99.01', period: '2026-10', ...variables });
const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, { count }) => all + count, 0);

test('sets a unit beside those below it; the parts come to the whole', async () => {
  const { data, errors } = await ask({});
  expect(errors).toEqual([]);
  const { units, provisional } = data.unitComparison as { units: readonly Unit[]; provisional: boolean };
  expect(provisional).toBe(true);
  expect(units.map(({ unit }) => unit.code)).toEqual(['H99.01', 'H99.01.01', 'H99.01.02', 'H99.01.03', 'H99.01.04']);
  const [whole, ...parts] = units;
  const { rows } = await office.ownerPool.query<{ members: number; own: number; quality: number }>(
    `select count(*)::int as members, count(*) filter (where u.code = 'H99.01')::int as own, count(s.quality_numerator)::int as quality
     from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id where s.period = '2026-10' and u.code like 'H99.01%'`,
  );
  expect(whole?.members).toBe(rows[0]?.members);
  expect(parts.reduce((all, { members }) => all + members, 0) + (rows[0]?.own ?? 0)).toBe(whole?.members);
  expect(sum(whole?.quality ?? [])).toBe(rows[0]?.quality);
  for (const { levels } of units) {
    const byGroup = Map.groupBy(levels, ({ group }) => group.code);
    for (const [, counts] of byGroup) {
      const all = sum(counts);
      const shares = counts.map(({ share }) => share.split('/').map(Number));
      expect(shares.reduce((total, [top = 0, bottom = 1]) => total + (top * all) / bottom, 0)).toBeCloseTo(all, 9);
    }
  }
  expect(whole?.quota?.left).toBe(Math.max(0, (whole?.quota?.limit ?? 0) - (whole?.quota?.used ?? 0)));
  for (const { quota, contradictions } of parts) expect([quota, contradictions]).toEqual([null, []]);
});

test('of a decided year names what does not fit together, and changes nothing by it', async () => {
  const { data, errors } = await ask({ period: '2025' });
  expect(errors).toEqual([]);
  const [whole] = data.unitComparison.units as readonly Unit[];
  expect(whole?.contradictions.map(({ kind, source }) => [kind, source.certainty])).toEqual([
    ['UNIT_BELOW_MEMBERS', 'ASSUMPTION'],
    ['HEAD_ABOVE_UNIT', 'VERIFIED'],
  ]);
  expect(whole?.contradictions[0]?.share).toBe('1');
  const { rows } = await office.ownerPool.query(
    `select c.decided_level from congvu.classification c join congvu.employee e on e.id = c.employee_id where e.code = $1 and c.year = 2025`,
    [headCode],
  );
  expect(rows).toEqual([{ decided_level: 'GOOD' }]);
});

test('is for who ranks there; beyond it there is nothing to count', async () => {
  for (const userName of ['chuyenvien', 'thanhtra', 'quantri'])
    expect((await ask({}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ask({ unit: 'H99.01.01' }, 'quanly')).data.unitComparison.units).toHaveLength(1);
  expect((await ask({}, 'quanly')).data.unitComparison.units).toEqual([]);
  expect((await ask({ unit: 'H99.99' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await ask({ period: '2026-Q4' })).errors[0]?.extensions).toMatchObject({ reason: 'NOT_A_PERIOD' });
});

test('costs five statements at most, however many units', async () => {
  const countOf = async (unit: string) => {
    office.statements.length = 0;
    expect((await ask({ unit }, 'nhansu')).errors).toEqual([]);
    return office.statements.filter(
      (text) => /congvu\./.test(text) && !/name_actor|authenticate|access_entry|record_access/.test(text),
    ).length;
  };
  const many = await countOf('H99.01');
  expect(many).toBeGreaterThan(3);
  expect(many).toBeLessThanOrEqual(5);
  expect(await countOf('H99.01.01')).toBe(many);
});

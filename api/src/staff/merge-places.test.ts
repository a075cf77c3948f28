import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const MERGE = `mutation M($input: MergeUnitsInput!) { mergeUnits(input: $input) { __typename
  ... on InvalidInputError { fields { path code } } ... on DomainError { code } } }`;

test('a merged unit’s people stand in the group they have now, on the sheets that are open already', async () => {
  const { rows: people } = await office.ownerPool.query<{ id: string; code: string; post: string; group: string }>(
    `select e.id, e.code, a.post, a.group_code as group from congvu.assignment a join congvu.employee e on e.id = a.employee_id
     join congvu.unit u on u.id = a.unit_id where u.code = 'H99.02.02' and a.valid_to is null order by a.post, e.code`,
  );
  const head = people.find(({ post }) => post === 'HEAD');
  const staff = people.find(({ post }) => post === 'STAFF');
  const { rows: groups } = await office.ownerPool.query<{ code: string }>(
    `select g.code from congvu.work_group g join congvu.unit u on u.id = g.unit_id
     where u.code = 'H99.02' and g.code <> $1 order by g.code`,
    [staff?.group],
  );
  // Opened before he had a post there: of no group.
  await office.ownerPool.query(
    `insert into congvu.period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version)
     select $1, u.id, m, 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1 from congvu.unit u, unnest(array['2026-11', '2026-12']) m
     where u.code = 'H99.02.01'`,
    [staff?.id],
  );
  const { data, errors } = await office.as('nhansu')(MERGE, {
    input: {
      idempotencyKey: newKey(),
      unit: 'H99.02.02',
      successor: 'H99.02.01',
      on: '2026-11-16',
      document: '41/QĐ-UBND',
      places: [
        { employee: head?.code, post: 'DEPUTY', title: 'Phó Trưởng phòng' },
        { employee: staff?.code, group: groups[0]?.code },
      ],
    },
  });
  expect(errors).toEqual([]);
  expect(data.mergeUnits).toEqual({ __typename: 'Unit' });
  const { rows: sheets } = await office.ownerPool.query<{ period: string; group: string; post: string }>(
    `select s.period, s.group_code as group, s.post from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
     where s.employee_id = $1 and u.code = 'H99.02.01' order by s.period`,
    [staff?.id],
  );
  expect(sheets).toEqual([
    { period: '2026-11', group: groups[0]?.code, post: 'STAFF' },
    { period: '2026-12', group: groups[0]?.code, post: 'STAFF' },
  ]);
});

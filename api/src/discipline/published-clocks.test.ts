import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACT, type DisciplineOffice, fieldOf, openDisciplineOffice } from '../testing/discipline-office.ts';

/** From the first test on the agency counts by a table of its own. */
let office: DisciplineOffice;
beforeAll(async () => {
  office = await openDisciplineOffice();
});
afterAll(() => office?.close());

describe('the clocks an agency published', () => {
  test('hold for its acts discovered from then on, for limitation and for how long a decision lasts', async () => {
    const before = (await office.openAct({ actFrom: '2026-09-20', discoveredOn: '2026-10-31' })).result;
    const own = [
      { name: 'DISCIPLINE_HANDLING', count: 30, unit: 'DAY' },
      { name: 'DISCIPLINE_HANDLING_LATEST', count: 40, unit: 'DAY' },
      { name: 'DISCIPLINE_EFFECT', count: 6, unit: 'MONTH' },
      { name: 'LIMITATION_REPRIMAND', count: 1, unit: 'MONTH' },
    ];
    const published = await office.act('quantri', 'publishRegisterTable', '... on RegisterTable { version }', {
      kind: 'CLOCKS',
      unit: 'H99.01',
      version: 1,
      effectiveFrom: '2026-11-01',
      decisionNumber: '55/QĐ-SNV',
      body: JSON.stringify(own),
    });
    expect(published.result).toMatchObject({ version: 1 });
    expect(
      await office.read(
        'nhansu',
        `{ node(id: "${before.id}") { ... on Violation { dueOn latestOn limitation { until } } } }`,
      ),
    ).toEqual({
      node: {
        dueOn: before.dueOn,
        latestOn: before.latestOn,
        limitation: [{ until: '2031-09-20' }, { until: '2036-09-20' }],
      },
    });

    const { result } = await office.openAct({ actFrom: '2026-10-01', discoveredOn: '2026-11-02' });
    expect(result).toMatchObject({ dueOn: '2026-12-02', latestOn: '2026-12-12' });
    expect(result.limitation).toMatchObject([
      { form: 'REPRIMAND', until: '2026-11-01', certainty: 'PRACTICE' },
      { form: 'WARNING', until: '2036-10-01', certainty: 'SECONDARY' },
    ]);
    const extend = { violation: result.id, revision: 1, extensionDocument: '7/TB' };
    expect(
      fieldOf(await office.act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2026-12-13' })),
    ).toEqual(['/extendedTo EXTENSION_USED']);
    const deferral = { violation: result.id, kind: 'ILLNESS', from: '2026-11-03', to: '2026-11-04', document: '5/GRV' };
    expect((await office.act('nhansu', 'deferViolation', ACT, deferral)).result).toMatchObject({
      dueOn: '2026-12-04',
      latestOn: '2026-12-14',
    });
    expect(fieldOf(await office.decide({ violation: result.id, reasonForForm: 'x' }))).toEqual([
      '/form LIMITATION_EXPIRED',
    ]);
    const warned = await office.decide({ violation: result.id, form: 'WARNING', reasonForForm: 'x' });
    expect(warned.result).toMatchObject({ effectiveTo: '2027-05-10', sourceCertainty: 'PRACTICE' });
    const apart = { actFrom: '2026-11-03', discoveredOn: '2026-11-05', relatedToDuty: true, degradation: false };
    const { result: decided } = await office.decide({ act: apart, form: 'WARNING', reasonForForm: 'x' });
    const [{ id }] = decided.acts;
    const { node } = await office.read('nhansu', `{ node(id: "${id}") { ... on Violation { dueOn } } }`);
    expect(node.dueOn).toBe('2026-12-05');
  });

  test('that are longer than the law’s never let an extension reach further', async () => {
    const longer = [{ name: 'DISCIPLINE_HANDLING_LATEST', count: 400, unit: 'DAY' }];
    const published = await office.act('quantri', 'publishRegisterTable', '... on RegisterTable { version }', {
      kind: 'CLOCKS',
      unit: 'H99.01',
      version: 2,
      effectiveFrom: '2026-11-10',
      decisionNumber: '56/QĐ-SNV',
      body: JSON.stringify(longer),
    });
    expect(published.result).toMatchObject({ version: 2 });
    const { result } = await office.openAct({ actFrom: '2026-11-02', discoveredOn: '2026-11-12' });
    expect(result).toMatchObject({ dueOn: '2027-02-10', latestOn: '2027-04-11' });
    const extend = { violation: result.id, revision: 1, extensionDocument: '7/TB', extendedTo: '2027-04-12' };
    expect(fieldOf(await office.act('nhansu', 'changeViolation', ACT, extend))).toEqual(['/extendedTo EXTENSION_USED']);
  });
});

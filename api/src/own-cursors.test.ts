import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from './schema.ts';
import { type ApiOffice, newKey, openApiOffice } from './testing/api-office.ts';
import { everyRelation } from './testing/every-relation.ts';
import { fillRegisters } from './testing/register-reach.ts';

let office: ApiOffice;
let round: string;
beforeAll(async () => {
  office = await openApiOffice();
  round = await fillRegisters(office.ownerPool, 'chuyenvien');
  // What the seed has none of: an adapter and a report.
  await office.as('quantri')(
    'mutation M($input: SaveSiteAdapterInput!) { saveSiteAdapter(input: $input) { __typename } }',
    {
      input: {
        idempotencyKey: newKey(),
        note: 'lần đầu',
        savedPages: [],
        content: {
          name: 'con-tro',
          version: 1,
          title: 'Con trỏ',
          basis: 'thử',
          pages: [
            {
              kind: 'DETAIL',
              path: '^/$',
              present: [],
              root: 'main',
              fields: { secrecy: { text: [{ select: '.m' }], normal: [''] }, number: [{ select: '.s' }] },
            },
          ],
        },
      },
    },
  );
  await office.as('quanly')('mutation M($input: ReportAdapterInput!) { reportAdapter(input: $input) { __typename } }', {
    input: {
      idempotencyKey: newKey(),
      adapter: 'con-tro',
      version: 1,
      host: 'localhost',
      path: '/',
      kind: 'LIST',
      found: 1,
      read: 0,
      secret: 0,
      extensionVersion: '1.0',
    },
  });
});
afterAll(() => office?.close());

/** A cursor with the same keys and another tag, and one with the same tag and other keys. */
function altered(cursor: string) {
  const [tag = '', keys = ''] = cursor.split('.');
  const foreign = Buffer.from(JSON.stringify(['khác', 'nữa', 'và', 'thêm', 'nữa'])).toString('base64url');
  return {
    ofOtherList: `${tag.split('').reverse().join('')}x.${keys}`,
    untagged: keys,
    misplaced: `${tag}.${foreign}`,
  };
}

/** The first cursor anywhere in an answer. */
function cursorIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = name === 'endCursor' && typeof part === 'string' ? part : cursorIn(part);
    if (found !== null) return found;
  }
  return null;
}

test('every list takes a cursor it gave, and refuses one it did not', async () => {
  const taken: string[] = [];
  // Of the list asked before this one.
  let previous = '';
  for (const userName of ['nhansu', 'quantri', 'lanhdao', 'thanhtra']) {
    const ask = (query: string) => office.as(userName)(query, {}, { 'x-purpose': 'INSPECTION' });
    const relations = everyRelation(schema, {
      'Query.employee': 'code: "AB0002"',
      'Query.unit': 'code: "H99.01"',
      'Query.identify': 'keys: []',
      'Query.documentTasks': 'documents: []',
      'Query.handlerChoices': 'host: "localhost"',
      'Query.siteAdapter': 'name: "con-tro"',
      'SiteAdapter.version': 'version: 1',
      'Query.ranking': 'unit: "H99.01.01", period: "2026-10", group: "H99.01.CM"',
      'Query.comparableGroups': 'unit: "H99.01.01", period: "2026-10"',
      'Query.shortlist': 'first: 4, unit: "H99.01.01", post: HEAD',
      'Query.appointmentConditions': 'unit: "H99.01.01", post: HEAD',
      'Query.comparison': 'employees: ["AB0002", "AB0003"], period: "2026-10", byLevel: true',
      'Query.unitComparison': 'unit: "H99.01", period: "2026-10"',
      'Query.commendationStanding': 'unit: "H99.01", year: 2026',
      'Query.signs': 'first: 4, unit: "H99.01", period: "2026-10"',
      'Query.scorePreview': 'input: { employee: "AB0002", period: "2026-11", criteria: [] }',
      'Query.taskPreview': 'input: { employee: "AB0002", product: "DC.02", quantity: "1", deadline: "2026-11-28" }',
      'Query.quota': 'unit: "H99.01", period: "2026"',
      'Query.publishedLevels': 'unit: "H99.01", year: 2026, first: 4',
      'Query.job': 'id: "x"',
      'Query.simulate': 'input: { unit: "H99.01", period: "2026-10" }',
      'Query.commendationHolds': `first: 4, round: "${Buffer.from(`CommendationRound:${round}`).toString('base64')}"`,
      'Query.candidates': 'first: 4, unit: "H99.01", year: 2026, title: "LDTT"',
      'Query.collectiveCandidates': 'unit: "H99.01", year: 2026, title: "TTLDTT"',
      'Query.importColumns': 'register: DISCIPLINE',
      'Query.inspectionCoverage': 'unit: "H99", year: 2026',
      'Query.proposeRotation': 'unit: "H99", from: 2027, years: 1, sharePercent: 30',
      'Query.periodicReport': 'unit: "H99.01", from: "2026-01-01", to: "2026-12-31"',
      'Query.reportRows': 'first: 4, unit: "H99.01", from: "2026-01-01", to: "2026-12-31", figure: "findings"',
      'Employee.periodSheet': 'period: "2026-10"',
      'Employee.periodResult': 'period: "2026-10"',
      'Employee.classification': 'year: 2026',
      'Unit.classificationRound': 'year: 2026',
      'Unit.unitResult': 'year: 2026',
    }).filter(({ relation }) => relation.endsWith('Connection.pageInfo'));
    for (const { relation, query } of relations) {
      const cursor = cursorIn((await ask(query)).data);
      if (cursor === null) continue;
      const place = query.lastIndexOf('(first: 4');
      if (place < 0) continue;
      const next = (after: string) => `${query.slice(0, place)}(after: "${after}", ${query.slice(place + 1)}`;
      const { errors } = await ask(next(cursor));
      expect([relation, errors]).toEqual([relation, []]);
      const { ofOtherList, untagged, misplaced } = altered(cursor);
      for (const [given, reason] of [
        [previous, 'CURSOR_FOREIGN'],
        [ofOtherList, 'CURSOR_FOREIGN'],
        [untagged, 'CURSOR_FOREIGN'],
        [misplaced, undefined],
      ] as const) {
        if (given === '') continue;
        const refused = await ask(next(given));
        const { extensions } = refused.errors[0] ?? {};
        expect([relation, extensions?.code, extensions?.reason]).toEqual([relation, 'BAD_REQUEST', reason]);
      }
      previous = cursor;
      taken.push(relation);
    }
  }
  expect(new Set(taken).size).toBeGreaterThan(18);
  expect(office.log).toEqual([]);
}, 300_000);

import { dateFormats, type ListPage, patternShape } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { nameOfHost, nextVersion, parseHosts } from './adapter-draft.ts';
import { datePatternOf, numberPattern } from './judge-values.ts';
import { emptyDraft, fromAdapterPage, sourceOf, toAdapterPage, withProposal, withSource } from './page-draft.ts';
import { guessPieces, pieceForms, separators } from './propose-handlers.ts';
import { hashPatternOf, pathPatternOf } from './propose-place.ts';

const list: ListPage = {
  kind: 'LIST',
  path: '^/vb$',
  present: [],
  rows: 'tr',
  minimumShare: 0.8,
  drawing: { box: 'body', beside: 'table', width: 348 },
  fields: { secrecy: { marks: 'ANYWHERE' }, number: [{ column: ['số'] }] },
};
const judged = { ground: 'COLUMN', filled: 2, plausible: 2, sample: [], format: null } as const;

describe('a draft', () => {
  it('is no page before it has rows, a place and a number', () => {
    expect(toAdapterPage(emptyDraft('LIST'))).toBeNull();
    expect(toAdapterPage({ ...fromAdapterPage(list), rows: null })).toBeNull();
    expect(toAdapterPage(withSource(fromAdapterPage(list), 'number', null))).toBeNull();
    expect(toAdapterPage({ ...fromAdapterPage(list), path: '(' })).toBeNull();
  });

  it('of a page is that page again', () => {
    expect(toAdapterPage(fromAdapterPage(list))).toEqual(list);
  });

  it('takes of the words at the place of secrecy only those that certainly mean: not secret', () => {
    const picked = {
      proposals: [{ ...judged, source: { column: ['mật'] } }],
      handlers: [],
      words: ['', 'thường', 'mật', 'hỏa tốc'],
    };
    const draft = withProposal(fromAdapterPage(list), 'secrecy', picked, 0);
    expect(draft.fields.secrecy).toEqual({ text: [{ column: ['mật'] }], normal: ['', 'thường'] });
    expect(withSource(draft, 'secrecy', null).fields.secrecy).toEqual({ marks: 'ANYWHERE' });
  });

  it('keeps the form of a date and the order of names when only the place is corrected', () => {
    const picked = { proposals: [{ ...judged, source: {}, format: 'MM/dd/yyyy' as const }], handlers: [], words: [] };
    const dated = withSource(withProposal(fromAdapterPage(list), 'deadline', picked, 0), 'deadline', {
      select: 'time',
    });
    expect(dated.fields.deadline).toEqual({ text: [{ select: 'time' }], format: 'MM/dd/yyyy' });
    const handlers = { name: [{}], order: 'GIVEN_FIRST' as const, role: { values: {}, otherwise: 'LEAD' as const } };
    const named = { ...dated, fields: { ...dated.fields, handlers } };
    expect(withSource(named, 'handler', { select: 'b' }).fields.handlers).toMatchObject({
      order: 'GIVEN_FIRST',
      name: [{ select: 'b' }],
    });
    expect(sourceOf(withSource(named, 'handler', null), 'handler')).toBeNull();
  });
});

describe('the next version', () => {
  const facts = { name: 'so-y-te', title: 'Sở Y tế', hosts: ['vb.example'] };

  it('of nothing is the first', () => {
    expect(nextVersion(null, list, facts)).toMatchObject({ name: 'so-y-te', version: 1, pages: [list] });
  });

  it('has the taught page in place of the one of the same address, or behind the others', () => {
    const first = nextVersion(null, list, facts);
    const again = { ...list, minimumShare: 0.9 };
    expect(nextVersion(first, again, facts)).toMatchObject({ version: 2, pages: [again] });
    const other = { ...list, path: '^/khac$' };
    expect(nextVersion(first, other, facts)?.pages).toEqual([list, other]);
  });

  it('is none with a host or a name that is not of the shape', () => {
    expect(nextVersion(null, list, { ...facts, hosts: ['https://vb.example/'] })).toBeNull();
    expect(nextVersion(null, list, { ...facts, name: 'Sở Y tế' })).toBeNull();
  });
});

it.each([
  ['vanban.snv.example.gov.vn:8080', 'vanban-snv-example-gov-vn'],
  ['10.0.0.7', 'trang-van-ban'],
])('names an adapter for %s %s', (host, name) => expect(nameOfHost(host)).toBe(name));

it('takes hosts as people write them', () => {
  expect(parseHosts('https://VB.example.gov.vn/x, *.example.vn\nlocalhost:4100 localhost:4100')).toEqual([
    'vb.example.gov.vn',
    '*.example.vn',
    'localhost:4100',
  ]);
});

it.each([
  ['/qlvb/van-ban/1204', '^/qlvb/van-ban/[0-9]+$'],
  ['/a.b/(x)', '^/a\\.b/\\(x\\)$'],
  ['/6f1c2b9e-1b2c-4d5e-8f90-123456789abc/', '^/[0-9A-Fa-f-]+/$'],
])('the path %s becomes %s', (path, pattern) => expect(pathPatternOf(path)).toBe(pattern));

it.each([
  ['#/inbox?folder=3', '^/inbox'],
  ['#!/vb/12', '^!/vb/[0-9]+'],
  ['#top', null],
])('the fragment %s becomes %s', (hash, pattern) => expect(hashPatternOf(hash)).toBe(pattern));

describe('patterns that are proposed', () => {
  const patterns = [
    numberPattern,
    ...dateFormats.map(datePatternOf),
    ...separators.map((separator) => ` ?${separator} ?`),
    ...Object.values(pieceForms).flatMap((form) => Object.values(form)),
  ];

  it.each(patterns)('%s may stand in an adapter', (pattern) => {
    expect(patternShape.safeParse(pattern).error).toBeUndefined();
  });

  it.each([
    [['Trần Văn Bình', 'Lê Thị Hoa'], null],
    [['Trần Văn Bình; Lê Thị Hoa'], 'NAME_STATE'],
    [['CV - Trần Văn Bình (Đang xử lý)', 'PTP - Lê Thị Hoa', 'CV - Hồ Quốc Việt'], 'POST_NAME_STATE'],
    [['Trần Văn Bình - CV', 'Lê Thị Hoa - CV', 'Hồ Quốc Việt - PTP'], 'NAME_POST'],
  ] as const)('%j is taken for %s', (texts, form) => {
    expect(guessPieces(texts)?.name ?? null).toBe(form === null ? null : pieceForms[form].name);
  });
});

import { describe, expect, it } from 'vitest';
import { parseInput } from '../evaluation/parse-input.ts';
import { rememberHandlerShape, reportAdapterShape, saveSiteAdapterShape, toPathShape } from './adapter-input.ts';

const content = {
  name: 'so-noi-vu',
  version: 1,
  title: 'Sở Nội vụ',
  basis: 'Trang thử',
  pages: [
    {
      kind: 'DETAIL',
      path: '^/vb$',
      present: [],
      root: 'main',
      fields: { secrecy: { text: [{ select: '.mat' }], normal: [''] }, number: [{ select: '.so' }] },
    },
  ],
};
const page = (name: string, html = '<p>') => ({ name, html, expected: { kind: 'DETAIL' } });
const save = (changes: object) =>
  parseInput(saveSiteAdapterShape, {
    idempotencyKey: 'khoa-1234',
    content,
    note: 'lần đầu',
    savedPages: [page('mot')],
    ...changes,
  });
const problems = (result: ReturnType<typeof save>) =>
  result.ok ? [] : result.error.payload.fields.map(({ path, error }) => `${path} ${error.code}`);

describe('an adapter to be saved', () => {
  it('is read as its shape says', () => {
    expect(problems(save({}))).toEqual([]);
  });

  it.each([
    ['/content/pages/0/path UNKNOWN_VALUE', { content: { ...content, pages: [{ ...content.pages[0], path: '(' }] } }],
    ['/content UNKNOWN_KEY', { content: { ...content, script: 'alert(1)' } }],
    ['/content REQUIRED', { content: null }],
    ['/content/name UNKNOWN_VALUE', { content: { ...content, name: 'generic' } }],
    ['/content/title UNKNOWN_VALUE', { content: { ...content, title: 'a\0' } }],
    ['/content/basis UNKNOWN_VALUE', { content: { ...content, basis: 'a\ud800' } }],
    ['/note REQUIRED', { note: ' ' }],
    ['/savedPages/0/name UNKNOWN_VALUE', { savedPages: [page('../../etc')] }],
    ['/savedPages/1/name INCONSISTENT', { savedPages: [page('mot'), page('mot')] }],
    ['/savedPages OUT_OF_RANGE', { savedPages: Array.from('abcdefg', (letter) => page(letter)) }],
    ['/savedPages/0/html TOO_LONG', { savedPages: [page('mot', 'ệ'.repeat(166_667))] }],
    ['/savedPages/0/expected TOO_LONG', { savedPages: [{ ...page('mot'), expected: { a: 'a'.repeat(100_000) } }] }],
    ['/savedPages/0/expected/a/0 UNKNOWN_VALUE', { savedPages: [{ ...page('mot'), expected: { a: ['\0'] } }] }],
  ])('is refused at %s', (problem, changes) => {
    expect(problems(save(changes))).toContain(problem);
  });

  it('may have a page of exactly the largest size', () => {
    expect(problems(save({ savedPages: [page('mot', 'a'.repeat(500_000))] }))).toEqual([]);
  });
});

describe('the shape of a path', () => {
  it.each([
    ['/qlvb/main', '/qlvb/main'],
    ['/qlvb_2026/12345', '/qlvb_#/#'],
    ['/vb;jsessionid=8Fa', '/vb'],
    ['/vb?id=1', '/vb'],
    ['/Nguy%E1%BB%85n', '/Nguy#n'],
    ['/#/#', '/#/#'],
    [`/${'a'.repeat(400)}`, `/${'a'.repeat(299)}`],
  ])('of %s is %s, and its own', (path, shape) => {
    expect(toPathShape(path)).toBe(shape);
    expect(toPathShape(shape)).toBe(shape);
  });
});

describe('a report', () => {
  const report = {
    idempotencyKey: 'khoa-1234',
    adapter: 'vnpt-ioffice',
    version: 1,
    host: 'vb.example.gov.vn',
    path: '/qlvb/12',
    kind: 'LIST',
    found: 10,
    read: 4,
    secret: 1,
    extensionVersion: '1.2.0',
  };
  it('carries figures, a host and the shape of a path', () => {
    const result = parseInput(reportAdapterShape, report);
    expect(result.ok && result.value.path).toBe('/qlvb/#');
    for (const host of ['qlvb_tinh:8080', '10.0.0.5', '[::1]:4100'])
      expect(parseInput(reportAdapterShape, { ...report, host }).ok).toBe(true);
  });

  it.each([
    { host: 'VB.example.gov.vn' },
    { host: 'http://vb' },
    { host: 'vb.example.gov.vn/duong-dan' },
    { path: 'qlvb' },
    { path: '/Nguyễn Văn A' },
    { adapter: 'Công văn mật' },
    { extensionVersion: 'x' },
    { read: 11 },
    { secret: 11 },
    { found: -1 },
    { title: 'V/v …' },
  ])('has no place for %o', (changes) => {
    expect(parseInput(reportAdapterShape, { ...report, ...changes }).ok).toBe(false);
  });
});

describe('a remembered handler', () => {
  const choice = { idempotencyKey: 'khoa-1234', host: 'localhost:4100', handler: ' u17 ', employeeId: 'RW1' };
  it('is one for one id, with at most 120 characters', () => {
    const result = parseInput(rememberHandlerShape, choice);
    expect(result.ok && result.value.handler).toBe('u17');
    expect(parseInput(rememberHandlerShape, { ...choice, handler: 'a'.repeat(120) }).ok).toBe(true);
    expect(parseInput(rememberHandlerShape, { ...choice, handler: 'a'.repeat(121) }).ok).toBe(false);
    expect(parseInput(rememberHandlerShape, { ...choice, handler: '  ' }).ok).toBe(false);
    expect(parseInput(rememberHandlerShape, { ...choice, handler: 'a\0' }).ok).toBe(false);
  });
});

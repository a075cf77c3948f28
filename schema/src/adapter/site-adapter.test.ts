import { describe, expect, it } from 'vitest';
import { pageReadingShape, pageRowShape } from './page-reading.ts';
import { patternShape } from './pattern.ts';
import { siteAdapterShape } from './site-adapter.ts';
import { textSourceShape } from './text-source.ts';

describe('a pattern of an adapter', () => {
  it.each([
    '^/qlvbdh(?:_[a-z0-9]{1,30})?/main$',
    '^([0-9]{1,6}/[^ ]+)',
    '(a{1,3}|b)c+',
    '(?:a|b)?c',
    '[(+)*]+',
    '\\(a+\\)',
    '(ab){1,3}',
  ])('may be %s', (pattern) => {
    expect(patternShape.safeParse(pattern).success).toBe(true);
  });

  it.each([
    '(a+)+$',
    '([a-z]*)*',
    '(x{1,9})+',
    '((a+))+',
    '(a|ab)*c',
    '((a|b)c)+',
    '.*a.*b.*c',
    '(',
    '',
    'a'.repeat(201),
  ])('may not be %s', (pattern) => {
    expect(patternShape.safeParse(pattern).success).toBe(false);
  });
});

describe('a text source', () => {
  it('is an attribute or a value, not both', () => {
    expect(textSourceShape.safeParse({ select: 'input', input: true }).success).toBe(true);
    expect(textSourceShape.safeParse({ select: 'input', input: true, attribute: 'title' }).success).toBe(false);
  });

  it.each(['td', 'x-app >>> x-list >>> .row', '>>> .cell', ':scope >>> .cell'])('may be at %s', (select) => {
    expect(textSourceShape.safeParse({ select }).success).toBe(true);
  });

  it.each(['', '>>>', 'x-app >>> ', 'a >>> >>> b', Array(14).fill('x').join(' >>> ')])(
    'may not be at "%s"',
    (select) => {
      expect(textSourceShape.safeParse({ select }).success).toBe(false);
    },
  );

  it.each(['on"click', 'onclick'])('refuses the attribute %s: it holds code or carries a selector', (attribute) => {
    expect(textSourceShape.safeParse({ attribute }).success).toBe(false);
  });
});

describe('the hosts of an adapter', () => {
  const hosts = siteAdapterShape.shape.hosts;

  it.each(['vanban.example.gov.vn', '*.example.gov.vn', 'localhost:4100', 'qlvb_tinh:8080', '[::1]:4100', '[::1]'])(
    'may be %s',
    (host) => expect(hosts.safeParse([host]).success).toBe(true),
  );

  it.each(['https://vanban.example', 'vanban.example/', '*', '*.', 'VANBAN.example', 'a b', 'localhost:'])(
    'may not be %s',
    (host) => expect(hosts.safeParse([host]).success).toBe(false),
  );
});

describe('what a content script may tell', () => {
  const row = { key: 1, number: '12/QĐ-UBND', issuer: null, date: null, deadline: null, handlers: [] };

  it('has no place for a field outside the whitelist', () => {
    expect(pageRowShape.safeParse(row).success).toBe(true);
    expect(pageRowShape.safeParse({ ...row, summary: 'Về việc' }).success).toBe(false);
  });

  it('has no handler without name and code', () => {
    const handlers = [
      { name: null, code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
    ];
    expect(pageRowShape.safeParse({ ...row, handlers }).success).toBe(false);
  });

  it('holds at most 1,000 rows a message', () => {
    const reading = {
      epoch: 1,
      adapter: { name: 'site', version: 1 },
      host: 'localhost:4100',
      path: '/',
      kind: 'LIST',
      state: 'READ',
      certainty: null,
      complete: true,
      removed: [],
      check: { found: 1_001, read: 1_001, secret: 0 },
    };
    expect(pageReadingShape.safeParse({ ...reading, changed: Array(1_000).fill(row) }).success).toBe(true);
    expect(pageReadingShape.safeParse({ ...reading, changed: Array(1_001).fill(row) }).success).toBe(false);
  });
});

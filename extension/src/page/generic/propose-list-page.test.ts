import { siteAdapterShape } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { readPage } from '../read-page.ts';
import { drawingThreshold } from './certainty.ts';
import { expectedLists } from './fixtures/expected-lists.ts';
import { openFixture, otherPages } from './fixtures/open-fixture.ts';
import { readDrawn } from './fixtures/read-drawn.ts';
import { proposeListPage } from './propose-list-page.ts';

const names = Object.keys(expectedLists);

describe('lists without an adapter', () => {
  it.each(names)('%s is read as it stands there', (name) => {
    expect(readDrawn(openFixture('lists', name))).toEqual(expectedLists[name]?.rows);
  });

  it.each(names)('%s: the proposal is adapter data and says why', (name) => {
    const proposal = proposeListPage(openFixture('lists', name));
    const adapter = { name: 'generic', version: 1, title: 'x', basis: 'x', pages: [proposal?.page] };
    expect(siteAdapterShape.safeParse(adapter).error).toBeUndefined();
    expect(proposal?.reasons).toEqual(expectedLists[name]?.reasons);
    expect(proposal?.certainty).toBe(expectedLists[name]?.certainty);
  });
});

describe('pages that are no lists of documents', () => {
  it.each(otherPages)('%s: nothing is drawn', (name) => {
    expect(readDrawn(openFixture('other-pages', name))).toBeNull();
  });

  it('are no empty folder', () => {
    expect(otherPages.length).toBeGreaterThanOrEqual(12);
  });
});

describe('what a column says of its dates', () => {
  const deadlinesOf = (name: string, change: (html: string) => string) => {
    const document = openFixture('lists', name, change);
    const proposal = proposeListPage(document);
    const rows = proposal && proposal.certainty >= drawingThreshold ? readPage(proposal.page, document).documents : [];
    return rows.map(({ reading }) => (reading.state === 'READ' ? reading.content.deadline : reading.state));
  };
  const onlyAmbiguous = (html: string) => html.replaceAll(/(\d{2})\/(1[3-9]|2\d|30)\/2026/g, '$1/09/2026');

  it('nothing where only ambiguous dates stand on an English page', () => {
    expect(new Set(deadlinesOf('tracking-issues', onlyAmbiguous))).toEqual(new Set([null]));
  });

  it('the day first on a Vietnamese page', () => {
    const vietnamese = (html: string) => onlyAmbiguous(html).replace('lang="en"', 'lang="vi"');
    expect(deadlinesOf('tracking-issues', vietnamese)[0]).toBe('2026-10-12');
  });

  it('nothing where both figures are over 12 somewhere', () => {
    const both = (html: string) => html.replace('10/12/2026', '12/20/2026');
    expect(new Set(deadlinesOf('tall-head', both))).toEqual(new Set([null]));
  });

  it('no date at all lowers the certainty', () => {
    const relative = (html: string) => html.replaceAll(/(\d{2})\/(\d{2})\/2026<\/td><\/tr>/g, '3 days ago</td></tr>');
    const before = proposeListPage(openFixture('lists', 'issue-numbers'))?.certainty;
    const proposal = proposeListPage(openFixture('lists', 'several-people', relative));
    expect(before).toBe(70);
    expect(proposal?.reasons).toContain('DEADLINE_NOT_DATES');
    expect(proposal?.page.fields.deadline).toBeUndefined();
  });
});

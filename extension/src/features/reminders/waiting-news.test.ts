import { describe, expect, it } from 'vitest';
import { badgeText, findNews, WAITING_KINDS, type WaitingCounts } from './waiting-news.ts';

const counts = (some: Partial<WaitingCounts> = {}): WaitingCounts => ({
  petitions: 0,
  decisions: 0,
  unitResults: 0,
  exports: 0,
  violations: 0,
  recommendations: 0,
  recommendationsToClose: 0,
  conclusions: 0,
  feedback: 0,
  coordination: 0,
  dataRequests: 0,
  retention: 0,
  commendationsToReview: 0,
  unitResultsToReview: 0,
  tasksToConfirm: 0,
  causesToDecide: 0,
  sheetsToScore: 0,
  sheetsToNotify: 0,
  proposals: 0,
  ownSheets: 0,
  ownRatings: 0,
  ...some,
});

describe('what is told of what waits', () => {
  it('tells everything the first time, petitions before anything else', () => {
    expect(findNews(null, counts({ sheetsToScore: 2, petitions: 1 }))).toEqual(['petitions', 'sheetsToScore']);
  });

  it('tells nothing where nothing waits', () => {
    expect(findNews(null, counts())).toEqual([]);
  });

  it.each(WAITING_KINDS)('tells more %s, and neither the same number again nor fewer', (kind) => {
    const told = counts({ [kind]: 3 });
    expect(findNews(told, counts({ [kind]: 4 }))).toEqual([kind]);
    expect(findNews(told, told)).toEqual([]);
    expect(findNews(told, counts({ [kind]: 1 }))).toEqual([]);
  });

  it.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('writes %i as "%s" on the icon', (total, text) => {
    expect(badgeText(total)).toBe(text);
  });
});

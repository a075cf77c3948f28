import { expect, it } from 'vitest';
import { type LeaderDraft, leaderDraftOf, leaderProblems, toLeaderInput } from './leader-draft.ts';

const draft: LeaderDraft = {
  unitResult: 100,
  organising: 100,
  cohesion: 100,
  organisingEvidence: '',
  cohesionEvidence: '',
};

it('takes the unit’s result of now while the sheet is changed, and the stored one while it is read', () => {
  const sheet = {
    unitResult: 100,
    unitResultNow: 50,
    organising: null,
    cohesion: 100,
    organisingEvidence: null,
    cohesionEvidence: null,
  };
  expect(leaderDraftOf(sheet, true).unitResult).toBe(50);
  expect(leaderDraftOf(sheet, false).unitResult).toBe(100);
  expect(leaderDraftOf({ ...sheet, unitResultNow: null }, true).unitResult).toBe(100);
});

it('wants both figures, and evidence for a 50 alone', () => {
  expect(leaderProblems(draft)).toEqual({});
  expect(leaderProblems({ ...draft, organising: null })).toEqual({ organising: 'REQUIRED' });
  expect(leaderProblems({ ...draft, cohesion: 50, cohesionEvidence: '  ' })).toEqual({
    cohesionEvidence: 'EVIDENCE_REQUIRED',
  });
  expect(leaderProblems({ ...draft, cohesion: 50, cohesionEvidence: 'Biên bản 12' })).toEqual({});
});

it('sends evidence only of what it shows, in one Unicode form', () => {
  const typed = { ...draft, organising: 50 as const, organisingEvidence: ' Biên bản ', cohesionEvidence: 'cũ' };
  expect(toLeaderInput(typed)).toEqual({
    organising: 50,
    cohesion: 100,
    organisingEvidence: 'Biên bản',
    cohesionEvidence: null,
  });
});

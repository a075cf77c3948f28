import { expect, it } from 'vitest';
import type { PersonCardQuery } from '../../../generated/graphql.ts';
import type { FrameMark } from '../../messaging/overlay-messages.ts';
import { toFrameCard } from './to-frame-card.ts';

const mark: FrameMark = {
  employeeId: 'e',
  name: 'Trần Thị Bích Ngọc',
  title: 'Chuyên viên',
  unit: 'Phòng Tổ chức',
  period: null,
  level: null,
  display: null,
  provisional: true,
  commendations: null,
  activeDiscipline: false,
  disciplineUntil: null,
  isRestricted: false,
};

const person: Extract<PersonCardQuery['node'], { __typename: 'Employee' }> = {
  __typename: 'Employee',
  id: 'e',
  code: 'CV-1',
  taskCounts: { __typename: 'TaskCounts', open: 1, done: 2, late: 0, notDone: 0 },
  periodSheets: { __typename: 'PeriodSheetConnection', edges: [] },
  commendations: null,
  disciplineDecisions: null,
  blocks: null,
  findings: null,
  feedback: null,
};

it('says nothing of what one may not know', () => {
  const card = toFrameCard(mark, { node: person });
  expect(card).toMatchObject({ disciplines: null, blocks: null, findings: null, upheldFeedback: null });
});

it('counts what is not remedied, what was done well, and which feedback was right', () => {
  const finding = (id: string, positive: boolean, open: boolean) => ({
    __typename: 'FindingEdge' as const,
    node: { __typename: 'Finding' as const, id, positive, open },
  });
  const feedback = (id: string, outcome: 'UPHELD' | 'PARTLY_UPHELD' | 'NOT_UPHELD' | null) => ({
    __typename: 'FeedbackEdge' as const,
    node: { __typename: 'Feedback' as const, id, outcome },
  });
  const known: PersonCardQuery['node'] = {
    ...person,
    blocks: [{ __typename: 'RecordBlock', kind: 'PENDING_PROCEDURE', until: null }],
    findings: {
      __typename: 'FindingConnection',
      edges: [finding('1', false, true), finding('2', false, false), finding('3', true, false)],
    },
    feedback: {
      __typename: 'FeedbackConnection',
      edges: [feedback('1', 'UPHELD'), feedback('2', 'NOT_UPHELD'), feedback('3', null)],
    },
  };
  const card = toFrameCard(mark, { node: known });
  expect(card).toMatchObject({
    blocks: [{ kind: 'PENDING_PROCEDURE', until: null }],
    findings: { open: 1, good: 1 },
    upheldFeedback: 1,
  });
});

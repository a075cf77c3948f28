import type { AdapterPage } from '@congvu/schema/adapter';
import { useRef, useState } from 'react';
import type { Picked, PickedField, PickTarget } from '../../messaging/builder-messages.ts';
import { useConnection, useReading } from './follow-page.ts';
import type { StepKey } from './in-page/tree-steps.ts';
import type { FieldName } from './judge-values.ts';
import {
  emptyDraft,
  fromAdapterPage,
  fromListStart,
  type PageDraft,
  withDetailStart,
  withProposal,
} from './page-draft.ts';
import { nothingTaught, type TaughtFrame, type Teaching } from './teaching.ts';

/** Teaches the page of one tab: keeps the connection over page loads, and what was pointed at as long as the panel is open. */
export function useTeaching(tabId: number) {
  const [teaching, setTeaching] = useState(nothingTaught);
  const now = useRef(teaching);
  now.current = teaching;
  const change = (part: Partial<Teaching>) => setTeaching((before) => ({ ...before, ...part }));
  useConnection(tabId, setTeaching);
  useReading(teaching, change);

  const pick = async (target: PickTarget, kind: AdapterPage['kind']) => {
    const { link, frames, frame, draft } = now.current;
    if (link === null) return;
    change({ picking: target, pickProblem: null });
    const scene =
      target === 'ROW' || draft === null
        ? kind === 'DETAIL'
          ? ({ kind, secrecy: { marks: 'ANYWHERE' } } as const)
          : null
        : sceneOf(draft);
    // A row may be pointed at in any frame; a cell stands where its row does.
    const asked = target === 'ROW' || frame === null ? frames : [frame];
    const answers = asked.map(async ({ id, facts }) => ({
      id,
      facts,
      answer: await link.ask(id, 'pick', { target, scene }),
    }));
    const first = await firstThatPicked(answers);
    for (const { id } of asked) if (id !== first?.id) void link.ask(id, 'endPick', {});
    if (first === null || !first.answer.ok) {
      const code = first?.answer.ok === false ? first.answer.error.code : 'PICK_ENDED';
      change({ picking: null, pickProblem: code === 'PICK_ENDED' ? null : code });
      return;
    }
    const { value } = first.answer;
    setTeaching((before) => ({
      ...afterPick(before, kind, value),
      frame: { id: first.id, facts: first.facts },
      picking: null,
    }));
  };
  const endPick = () => {
    const { link, frames } = now.current;
    for (const { id } of frames) void link?.ask(id, 'endPick', {});
  };
  const step = (key: StepKey | 'Enter') => {
    const { link, frames, frame } = now.current;
    const largest = frames.toSorted((left, right) => right.facts.area - left.facts.area)[0];
    const at = frame ?? largest;
    if (at !== undefined) void link?.ask(at.id, 'step', { key });
  };
  const edit = (draft: PageDraft) => change({ draft });
  const chooseStart = (level: number, rowsAt: number) => {
    const { starts, draft } = now.current;
    const start = starts[level];
    if (start === undefined) return;
    const begun = fromListStart(start, rowsAt);
    // Another way to say the same rows keeps what is taught of their cells.
    change({ draft: draft !== null && level === 0 ? { ...begun, fields: draft.fields } : begun });
  };
  const beginWith = (page: AdapterPage, frame: TaughtFrame) =>
    change({ draft: fromAdapterPage(page), frame, starts: [], picked: {}, pickProblem: null });
  const startAnew = () =>
    change({ draft: null, frame: null, starts: [], picked: {}, reading: null, pickProblem: null });
  return { teaching, pick, endPick, step, edit, chooseStart, beginWith, startAnew };
}

const sceneOf = (draft: PageDraft) => {
  const { secrecy } = draft.fields;
  if (draft.kind === 'DETAIL') return { kind: 'DETAIL', secrecy } as const;
  const { rows, cells, headings } = draft;
  if (rows === null) return null;
  const list = { rows, ...(cells === null ? {} : { cells }), ...(headings === null ? {} : { headings }) };
  return { kind: 'LIST', list, secrecy } as const;
};

function afterPick(before: Teaching, kind: AdapterPage['kind'], { starts, fields, detail }: Picked): Teaching {
  const [start] = starts;
  if (start !== undefined) return { ...before, starts, draft: fromListStart(start, 0), picked: {}, reading: null };
  const begun = before.draft ?? emptyDraft(kind);
  let draft = detail === null ? begun : withDetailStart(begun, detail);
  // Entries of a record keep the type of their keys only by assertion.
  for (const [field, picked] of Object.entries(fields) as [FieldName, PickedField][])
    draft = withProposal(draft, field, picked, 0);
  return { ...before, draft, picked: { ...before.picked, ...fields } };
}

/** The first frame in which the person picked, or in which what he picked is no use; null where he ended it everywhere. */
async function firstThatPicked<
  Answered extends { readonly answer: { readonly ok: boolean; readonly error?: { readonly code: string } } },
>(answers: readonly Promise<Answered>[]): Promise<Answered | null> {
  const ended = new Set(['PAGE_CLOSED']);
  return Promise.any(
    answers.map(async (answer) => {
      const answered = await answer;
      if (!answered.answer.ok && ended.has(answered.answer.error?.code ?? '')) throw new Error('the frame is gone');
      return answered;
    }),
  ).catch(() => null);
}

import type { PageRow } from '@congvu/schema/page-reading';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { languageChoice } from '../../settings/language-choice.ts';
import { sessionItem } from '../session/session-store.ts';
import { answerLifetime, findAnswers, forgetAnswers } from './answer-cache.ts';
import { findMarks, keysPerCall } from './find-marks.ts';
import type { PageState } from './page-state.ts';

/** A page of so many documents, each carried by another person. */
function pageOf(count: number): PageState {
  const rows = Array.from({ length: count }, (_, index): PageRow => {
    const handlers = [
      {
        name: null,
        code: `AB${index}`,
        id: null,
        unit: null,
        post: null,
        order: 'FAMILY_FIRST' as const,
        role: 'LEAD' as const,
      },
    ];
    return { key: index + 1, number: `${index}/UBND`, issuer: null, date: null, deadline: null, handlers };
  });
  return {
    tabId: 7,
    frameId: 0,
    documentId: 'D1',
    epoch: 1,
    origin: 'http://localhost:4100',
    host: 'localhost:4100',
    path: '/list',
    adapter: { name: 'vnpt-ioffice', version: 1 },
    kind: 'LIST',
    state: 'READ',
    certainty: null,
    check: { found: 0, read: 0, secret: 0 },
    complete: true,
    rows: Object.fromEntries(rows.map((row) => [row.key, row])),
  };
}

/** The api as a network neighbour: answers every key with nobody and every document with no task. */
function answerAll() {
  const asked: string[][] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    const { variables } = JSON.parse(String(request.body));
    asked.push(variables.keys);
    return Response.json({
      data: {
        viewer: { id: 'v', today: '2026-11-22', demonstration: true },
        identify: variables.keys.map((key: string) => ({ key, state: 'NONE', matches: [] })),
        documentTasks: variables.documents.map(({ number }: { number: string }) => ({ number, tasks: [] })),
      },
    });
  });
  return asked;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await forgetAnswers();
  await languageChoice.setValue('vi');
  await sessionItem.setValue({
    server: 'http://127.0.0.1:4000',
    accessToken: 'token',
    expiresAt: Date.now() + 3_600_000,
    refreshToken: null,
    tokenEndpoint: 'http://127.0.0.1:4000/oidc/token',
    revocationEndpoint: null,
    subject: 'an',
    signInId: 'a',
  });
});
afterEach(() => vi.useRealTimers());

it('asks once for a page, and not again for the same page', async () => {
  const asked = answerAll();
  await findMarks(pageOf(20));
  await findMarks(pageOf(20));
  expect(asked.map((keys) => keys.length)).toEqual([20]);
});

it('asks only for what is new on the page', async () => {
  const asked = answerAll();
  await findMarks(pageOf(20));
  await findMarks(pageOf(22));
  expect(asked[1]).toEqual(['AB20', 'AB21']);
});

it('asks in parts where a page has more people than one call takes', async () => {
  const asked = answerAll();
  await findMarks(pageOf(keysPerCall + 1));
  expect(asked.map((keys) => keys.length)).toEqual([keysPerCall, 1]);
});

it('asks a second time for those who carry the tasks of a list without people, and not again', async () => {
  const asked: string[][] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    const { variables } = JSON.parse(String(request.body));
    asked.push(variables.keys);
    const tasks = [{ id: 't', outcome: 'OPEN', deadline: '2026-11-30', employee: { id: 'e', code: 'AB0007' } }];
    return Response.json({
      data: {
        viewer: { id: 'v', today: '2026-11-22', demonstration: true },
        identify: variables.keys.map((key: string) => ({ key, state: 'NONE', matches: [] })),
        documentTasks: variables.documents.map(({ number }: { number: string }) => ({ number, tasks })),
      },
    });
  });
  const { rows, ...page } = pageOf(3);
  const nobody = Object.fromEntries(Object.values(rows).map((row) => [row.key, { ...row, handlers: [] }]));
  await findMarks({ ...page, rows: nobody });
  await findMarks({ ...page, rows: nobody });
  expect(asked).toEqual([[], ['AB0007']]);
});

it('asks again once the answers have ended', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const asked = answerAll();
  await findMarks(pageOf(1));
  vi.setSystemTime(Date.now() + answerLifetime - 1);
  await findMarks(pageOf(1));
  expect(asked).toHaveLength(1);
  vi.setSystemTime(Date.now() + 1);
  await findMarks(pageOf(1));
  expect(asked).toHaveLength(2);
});

it('asks again after a write', async () => {
  const asked = answerAll();
  await findMarks(pageOf(1));
  await forgetAnswers();
  await findMarks(pageOf(1));
  expect(asked).toHaveLength(2);
});

it('keeps nothing that was asked for before a sign-out and answered after it', async () => {
  answerAll();
  const asking = findMarks(pageOf(1));
  await forgetAnswers();
  await asking;
  expect(Object.keys((await findAnswers()).people)).toEqual([]);
});

it('asks for one’s choices where the page has ids of its own, and then for the people chosen', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    const { variables } = JSON.parse(String(request.body));
    asked.push(variables.host ?? variables.keys);
    const choice = { handler: '/users/5', employee: { id: 'e2', code: 'AB0002' } };
    if (variables.host) return Response.json({ data: { handlerChoices: [choice] } });
    return Response.json({
      data: {
        viewer: { id: 'v', today: '2026-11-22', demonstration: true },
        identify: variables.keys.map((key: string) => ({ key, state: 'NONE', matches: [] })),
        documentTasks: variables.documents.map(({ number }: { number: string }) => ({ number, tasks: [] })),
      },
    });
  });
  const handler = { name: 'Nguyễn Văn An', code: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' };
  const { rows, ...page } = pageOf(2);
  const named = Object.values(rows).map((row, index): PageRow => {
    const id = index === 0 ? '/users/5' : '/users/6';
    return { ...row, handlers: [{ ...handler, id } as PageRow['handlers'][number]] };
  });
  const shown = { ...page, rows: Object.fromEntries(named.map((row) => [row.key, row])) };
  await findMarks(shown);
  await findMarks(shown);
  expect(asked).toEqual(['localhost:4100', ['AB0002', 'Nguyễn Văn An']]);
});

it('gives the code where nobody is signed in', async () => {
  await sessionItem.setValue(null);
  expect(await findMarks(pageOf(1))).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED' } });
});

it('takes an answer of another length for a failure: answers come in order, and a shifted one would name the wrong person', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ data: { viewer: { today: '2026-11-22', demonstration: true }, identify: [], documentTasks: [] } }),
  );
  expect(await findMarks(pageOf(1))).toEqual({ ok: false, error: { code: 'SERVER_FAILED' } });
});

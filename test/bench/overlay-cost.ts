/** What a piece of work costs the page's main thread: read off the browser's own profile, trace and counters. */
import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds. */
export interface Cost {
  /** Everything on a stack of ours, the browser's own work it calls for included; of the clock, by sampling. */
  readonly ours: number;
  /** The longest piece of work that held the thread and was ours in any part; time of the thread. 0 where none was. */
  readonly longest: number;
  /** All work of the renderer's main thread, whoever's; time of the thread. */
  readonly everything: number;
}

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: unknown;
};
type Profile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
};

/** Every script of ours in a page, whichever of them it needs. */
const ofOurs = (text: string): boolean => text.includes('/content-scripts/');

/** Microseconds between two samples. */
const sampling = 200;

/** Runs `work` twice on equal pages, once under the profiler and once under the tracer, which would slow each other. */
export async function measureCost(page: Page, work: () => Promise<void>): Promise<Cost & { readonly hot: string }> {
  const session = await page.context().newCDPSession(page);
  try {
    const { ours, hot } = await profile(session, work);
    const { longest, everything } = await trace(session, work);
    return { ours, longest, everything, hot };
  } finally {
    await session.detach();
  }
}

async function profile(session: CDPSession, work: () => Promise<void>): Promise<{ ours: number; hot: string }> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: sampling });
  await session.send('Profiler.start');
  await work();
  const { profile: taken } = (await session.send('Profiler.stop')) as { profile: Profile };
  await session.send('Profiler.disable');
  return sumOf(taken);
}

/** Time on stacks that go through a script of ours, and our functions with the most of it. */
function sumOf({ nodes, samples = [], timeDeltas = [] }: Profile): { ours: number; hot: string } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** For each node on a stack of ours, the innermost function of ours. */
  const owner = new Map<number, string>();
  const visit = (id: number, above: string | null): void => {
    const node = byId.get(id);
    if (!node) return;
    const here = ofOurs(node.callFrame.url) ? node.callFrame.functionName || '(anonymous)' : above;
    if (here !== null) owner.set(id, here);
    for (const child of node.children ?? []) visit(child, here);
  };
  const [root] = nodes;
  if (root) visit(root.id, null);
  const times = new Map<string, number>();
  let ours = 0;
  for (const [index, id] of samples.entries()) {
    const name = owner.get(id);
    if (name === undefined) continue;
    const time = (timeDeltas[index + 1] ?? 0) / 1_000;
    ours += time;
    times.set(name, (times.get(name) ?? 0) + time);
  }
  const hot = [...times].toSorted(([, left], [, right]) => right - left).slice(0, 8);
  return { ours, hot: hot.map(([name, time]) => `${name} ${time.toFixed(1)}`).join(', ') };
}

async function trace(session: CDPSession, work: () => Promise<void>): Promise<Pick<Cost, 'longest' | 'everything'>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown }): void => void events.push(...(value as TraceEvent[])); // The tracer's format.
  session.on('Tracing.dataCollected', collect);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskTime(session);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'] },
  });
  await work();
  const everything = (await taskTime(session)) - before;
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  await session.send('Performance.disable');
  return { longest: longestOf(events), everything };
}

/** Milliseconds of the thread since the renderer began. A load in the same renderer begins anew. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** What ends with the thread's own turn, and may have a call of ours in it. */
const wholes = new Set(['RunPostTaskCallback', 'TimerFire', 'RunMicrotasks', 'EventDispatch']);

/**
 * Time of the thread, not of the clock: what other processes take from a shared machine is no work of ours. A whole that is in part
 * the page's counts as ours.
 */
function longestOf(events: readonly TraceEvent[]): number {
  const isCall = ({ name, ph, args }: TraceEvent): boolean =>
    ph === 'X' && (name === 'FunctionCall' || name === 'EvaluateScript') && ofOurs(JSON.stringify(args));
  const around = events.filter(({ name }) => wholes.has(name));
  const lengths = events.filter(isCall).map((call) => {
    const holds = ({ pid, tid, ts, dur = 0 }: TraceEvent): boolean =>
      pid === call.pid && tid === call.tid && ts <= call.ts && ts + dur >= call.ts + (call.dur ?? 0);
    return Math.max(...[call, ...around.filter(holds)].map(({ tdur, dur = 0 }) => tdur ?? dur));
  });
  return Math.max(0, ...lengths) / 1_000;
}

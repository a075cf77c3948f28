import { writeFile } from 'node:fs/promises';
import type { BidiConnection } from './bidi.ts';

/** How a person finds a thing: by role and whole name, by a field's label, by text it holds; else by a selector. */
export type Locator =
  | { readonly role: string; readonly name: string }
  | { readonly label: string }
  /** `inside`: the element that holds it, as an XPath step, e.g. `li`. */
  | { readonly text: string; readonly inside?: string }
  | { readonly css: string };

/** One document: a tab, a frame in a page, or the browser's own window. */
export interface Tab {
  readonly context: string;
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  activate(): Promise<void>;
  /** Waits until the place is there, and presses it with the pointer. */
  click(locator: Locator): Promise<void>;
  hover(locator: Locator): Promise<void>;
  /** Puts text into a field in place of what it held, key by key. */
  fill(locator: Locator, text: string): Promise<void>;
  waitFor(locator: Locator): Promise<void>;
  /** Evaluates an expression whose value JSON can carry, until it is not null or false. */
  poll<Value>(expression: string): Promise<Value>;
  evaluate<Value>(expression: string): Promise<Value>;
  /** The frames in it, with their addresses. */
  frames(): Promise<readonly { readonly tab: Tab; readonly url: string }[]>;
  picture(file: string): Promise<void>;
}

type Node = { readonly sharedId: string };
type Tree = { readonly contexts: readonly { readonly children: readonly { context: string; url: string }[] | null }[] };
type Evaluated = {
  readonly result?: { readonly type: string; readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
};

/** Milliseconds. */
const appearsWithin = 30_000;
/** Scrolls to an element and waits until it stands still: what comes in above would move it from under the pointer. */
const bringToRest = `async (element) => {
  element.scrollIntoView({ block: 'center' });
  for (let before = null; ; ) {
    const { x, y } = element.getBoundingClientRect();
    if (before === x + ' ' + y) return;
    before = x + ' ' + y;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}`;
const selectAll = [
  { type: 'keyDown', value: '\uE009' },
  { type: 'keyDown', value: 'a' },
  { type: 'keyUp', value: 'a' },
  { type: 'keyUp', value: '\uE009' },
  { type: 'keyDown', value: '\uE003' },
  { type: 'keyUp', value: '\uE003' },
];

export function createTab(connection: BidiConnection, context: string): Tab {
  const find = (locator: Locator): Promise<Node> =>
    within(`${JSON.stringify(locator)} was not found`, async () => {
      const { nodes } = await connection.send<{ nodes: Node[] }>('browsingContext.locateNodes', {
        context,
        locator: toProtocol(locator),
        maxNodeCount: 1,
      });
      return nodes[0] ?? null;
    });
  const point = async (locator: Locator, buttons: readonly object[]): Promise<void> => {
    const node = await find(locator);
    await connection.send('script.callFunction', {
      functionDeclaration: bringToRest,
      arguments: [node],
      target: { context },
      awaitPromise: true,
    });
    const move = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: node } };
    await connection.send('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: 'mouse', actions: [move, ...buttons] }],
    });
  };
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const answer = await connection.send<Evaluated>('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
    });
    if (answer.result?.value === undefined) throw new Error(`${expression}: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result.value) as Value; // What the expression yields, as its caller reads it.
  };
  const tab: Tab = {
    context,
    evaluate,
    goto: async (url) => {
      await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    reload: async () => {
      await connection.send('browsingContext.reload', { context, wait: 'complete' });
    },
    activate: async () => {
      await connection.send('browsingContext.activate', { context });
    },
    click: (locator) => point(locator, press),
    hover: (locator) => point(locator, []),
    fill: async (locator, text) => {
      await point(locator, press);
      const typed = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await connection.send('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keys', actions: [...selectAll, ...typed] }],
      });
    },
    waitFor: async (locator) => {
      await find(locator);
    },
    poll: <Value>(expression: string) =>
      within(`${expression} did not come true`, async () => {
        // The document may be on its way.
        const value = await evaluate<Value | false | null>(expression).catch(() => null);
        return value === false ? null : value;
      }),
    frames: async () => {
      const tree = await connection.send<Tree>('browsingContext.getTree', { root: context });
      return (tree.contexts[0]?.children ?? []).map((child) => ({
        tab: createTab(connection, child.context),
        url: child.url,
      }));
    },
    picture: async (file) => {
      const { data } = await connection.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      await writeFile(file, Buffer.from(data, 'base64'));
    },
  };
  return tab;
}

function toProtocol(locator: Locator): object {
  if ('css' in locator) return { type: 'css', value: locator.css };
  if ('role' in locator) return { type: 'accessibility', value: { ...locator } };
  // None of the texts looked for holds a quotation mark; XPath has no way to escape one.
  if ('label' in locator)
    return { type: 'xpath', value: `//*[@id = //label[starts-with(normalize-space(), "${locator.label}")]/@for]` };
  const element = locator.inside ?? '*[text()]';
  return { type: 'xpath', value: `//${element}[contains(normalize-space(), "${locator.text}")]` };
}

/** Looks again and again until there is something; throws `complaint` where nothing comes. */
async function within<Value>(complaint: string, look: () => Promise<Value | null>): Promise<Value> {
  const end = Date.now() + appearsWithin;
  while (Date.now() < end) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(complaint);
}

// @vitest-environment happy-dom
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { relayStylePagination } from '@apollo/client/utilities';
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UnitSelect } from './UnitSelect.tsx';

/** More than two pages; every tenth is an agency, the others stand below one. */
const units = Array.from({ length: 120 }, (_, index) => ({
  __typename: 'Unit',
  id: `u${index}`,
  code: `H99.${String(index).padStart(3, '0')}`,
  name: index === 77 ? 'Sở Tài chính' : `Đơn vị ${index}`,
  level: index % 10 === 0 ? 1 : 2,
}));
let failure: Error | null = null;
let asked: readonly unknown[] = [];

/** Answers as the api does: by search, fifty at a time. */
const link = new ApolloLink(({ operationName, variables }) => {
  asked = [...asked, variables];
  if (failure !== null && operationName === 'FoundUnits') {
    const told = failure;
    return new Observable((observer) => observer.error(told));
  }
  const data = operationName === 'UnitName' ? { unit: named(variables.code) } : { units: page(variables) };
  return new Observable((observer) => {
    observer.next({ data });
    observer.complete();
  });
});

function named(code: unknown) {
  return units.find((unit) => unit.code === code) ?? null;
}

function page({ under, search, after }: Readonly<Record<string, unknown>>) {
  const found = units.filter(
    ({ name, code }) =>
      (under === null || code.startsWith(String(under))) &&
      (search === null || `${name} ${code}`.includes(String(search))),
  );
  const from = typeof after === 'string' ? Number(after) + 1 : 0;
  const edges = found
    .slice(from, from + 50)
    .map((node, at) => ({ __typename: 'UnitEdge', node, cursor: `${from + at}` }));
  const last = from + edges.length - 1;
  return {
    __typename: 'UnitConnection',
    edges,
    pageInfo: { __typename: 'PageInfo', hasNextPage: last + 1 < found.length, endCursor: String(last) },
  };
}

let root: Root;
let chosen: readonly string[];

type ShownProps = { readonly start: string; readonly none?: string; readonly under?: string };

function Shown({ start, ...rest }: ShownProps) {
  const [value, setValue] = useState(start);
  const choose = (code: string) => {
    chosen = [...chosen, code];
    setValue(code);
  };
  return <UnitSelect label="Đơn vị" value={value} {...rest} onChoose={choose} />;
}

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  failure = null;
  chosen = [];
  asked = [];
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
});
afterEach(() => act(() => root.unmount()));

async function show(start: string, rest: Omit<ShownProps, 'start'> = {}): Promise<HTMLInputElement> {
  const cache = new InMemoryCache({
    typePolicies: { Query: { fields: { units: relayStylePagination(['filter', 'orderBy']) } } },
  });
  const client = new ApolloClient({ cache, link });
  await act(async () =>
    root.render(
      <ApolloProvider client={client}>
        <Shown start={start} {...rest} />
      </ApolloProvider>,
    ),
  );
  const field = document.querySelector('input');
  if (field === null) throw new Error('there is no field');
  return field;
}

const press = (field: HTMLInputElement, key: string) =>
  act(async () => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

const type = (field: HTMLInputElement, text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

const options = () => [...document.querySelectorAll('[role=option]')];
const activeText = (field: HTMLInputElement) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;

it('shows the chosen unit by its name, and asks for no list before it is opened', async () => {
  const field = await show('H99.077');
  expect(field.value).toBe('Sở Tài chính');
  expect(field.getAttribute('aria-expanded')).toBe('false');
  expect(options()).toEqual([]);
  expect(asked).toEqual([{ code: 'H99.077' }]);
});

it('finds by what is typed and takes what Enter is pressed on', async () => {
  const field = await show('H99.001');
  await type(field, 'Tài');
  expect(options().map((each) => each.textContent)).toEqual(['Sở Tài chính H99.077']);
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(activeText(field)).toBe('Sở Tài chính H99.077');
  await press(field, 'Enter');
  expect(chosen).toEqual(['H99.077']);
  expect(field.value).toBe('Sở Tài chính');
  expect(options()).toEqual([]);
});

it('offers what lies at or below the unit it is given', async () => {
  const field = await show('', { under: 'H99.07' });
  await press(field, 'ArrowDown');
  expect(options()).toHaveLength(10);
  await type(field, '8');
  expect(options().map((each) => each.textContent)).toEqual(['Đơn vị 78 H99.078']);
});

it('opens at the chosen one and brings the next page as one goes down', async () => {
  const field = await show('H99.003');
  await press(field, 'ArrowDown');
  expect(activeText(field)).toBe('– Đơn vị 3 H99.003');
  expect(options()).toHaveLength(50);
  for (let pages = 0; pages < 5; pages += 1) await press(field, 'PageDown');
  expect(options()).toHaveLength(100);
  for (let pages = 0; pages < 5; pages += 1) await press(field, 'PageDown');
  expect(options()).toHaveLength(120);
  for (let pages = 0; pages < 5; pages += 1) await press(field, 'PageDown');
  await press(field, 'Enter');
  expect(chosen).toEqual(['H99.119']);
});

it('keeps the unit where what was typed is left or Escape is pressed', async () => {
  const field = await show('H99.077');
  await type(field, 'Đơn vị 5');
  await press(field, 'Escape');
  expect(field.value).toBe('Sở Tài chính');
  await type(field, 'Đơn vị 5');
  await act(async () => {
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: null }));
  });
  expect(field.value).toBe('Sở Tài chính');
  expect(chosen).toEqual([]);
});

it('offers no unit first where it may be left open', async () => {
  const field = await show('H99.077', { none: 'Tất cả đơn vị' });
  await press(field, 'ArrowDown');
  expect(options()[0]?.textContent?.trim()).toBe('Tất cả đơn vị');
  await act(async () => (options()[0] as HTMLElement).click());
  expect(chosen).toEqual(['']);
  expect(field.value).toBe('Tất cả đơn vị');
});

it('says that nothing matches, and Enter takes nothing then', async () => {
  const field = await show('H99.077');
  await type(field, 'không có');
  expect(document.body.textContent).toContain('Không có đơn vị nào khớp');
  expect(field.getAttribute('aria-expanded')).toBe('false');
  await press(field, 'Enter');
  expect(chosen).toEqual([]);
});

it('says that the list could not be asked for, and asks again', async () => {
  const field = await show('H99.077');
  failure = new Error('lost');
  await press(field, 'ArrowDown');
  const again = document.querySelector('[role=alert] button');
  expect(again?.textContent).toBe('Thử lại');
  failure = null;
  await act(async () => (again as HTMLElement).click());
  expect(options()).toHaveLength(50);
});

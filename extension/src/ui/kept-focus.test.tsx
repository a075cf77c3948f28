// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Button } from './Button.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

let root: Root;
let sent: number;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  sent = 0;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
});
afterEach(() => act(() => root.unmount()));

const button = (name: string) => [...document.querySelectorAll('button')].find((each) => each.textContent === name);

function Sending({ isBusy }: { readonly isBusy: boolean }) {
  const count = () => {
    sent += 1;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        count();
      }}
    >
      <Button type="submit" isBusy={isBusy}>
        Ghi
      </Button>
      <Button isBusy={isBusy} onClick={count}>
        Gửi
      </Button>
    </form>
  );
}

it('keeps the keyboard on a button whose act is under way, and does nothing twice', async () => {
  await act(async () => root.render(<Sending isBusy={false} />));
  button('Ghi')?.focus();
  await act(async () => button('Ghi')?.click());
  expect(sent).toBe(1);
  await act(async () => root.render(<Sending isBusy />));
  expect(document.activeElement).toBe(button('Ghi'));
  expect(button('Ghi')?.getAttribute('aria-disabled')).toBe('true');
  await act(async () => button('Ghi')?.click());
  await act(async () => button('Gửi')?.click());
  expect(sent).toBe(1);
});

function Question() {
  const { box, keep } = useKeptFocus<HTMLDivElement>();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <div ref={box}>
      {isAsked ? (
        <p>
          <Button>Hoàn tác thật</Button>
          <Button data-kept onClick={() => keep(() => setIsAsked(false))}>
            Giữ lại
          </Button>
        </p>
      ) : (
        <Button onClick={() => keep(() => setIsAsked(true))}>Hoàn tác</Button>
      )}
      <Button onClick={() => keep(() => undefined)}>Khác</Button>
    </div>
  );
}

it('goes on in the same box where what was pressed is gone, and stays where it is not', async () => {
  await act(async () => root.render(<Question />));
  for (const [pressed, after] of [
    ['Hoàn tác', 'Giữ lại'],
    ['Giữ lại', 'Hoàn tác'],
    ['Khác', 'Khác'],
  ] as const) {
    button(pressed)?.focus();
    await act(async () => button(pressed)?.click());
    expect(document.activeElement?.textContent).toBe(after);
  }
});

// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ActBar } from './ActBar.tsx';
import { RegisterTable } from './RegisterTable.tsx';

let root: Root;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') ?? document.body);
});
afterEach(() => act(() => root.unmount()));

const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`there is no button ${name}`);
  return found;
};

/** As the keyboard does: the focus is on what is pressed. */
const press = (name: string) =>
  act(async () => {
    button(name).focus();
    button(name).click();
  });

it('the bar has the focus again when its form is put away, also where that is no form', async () => {
  const secret = (onClose: () => void) => (
    <button type="button" onClick={onClose}>
      Đóng
    </button>
  );
  await act(async () => root.render(<ActBar acts={[{ name: 'make', label: 'Tạo', form: secret }]} />));
  await press('Tạo');
  expect(button('Tạo').getAttribute('aria-expanded')).toBe('true');
  await press('Đóng');
  expect(document.activeElement).toBe(button('Tạo'));
});

function Table() {
  const [open, setOpen] = useState<string | null>(null);
  const acts = ['Công nhận', 'Từ chối'];
  return (
    <RegisterTable
      label="Sáng kiến"
      headings={['Tên', 'Việc']}
      rows={['Một', 'Hai'].map((name) => ({
        key: name,
        cells: [
          name,
          acts.map((each) => (
            <button
              key={each}
              type="button"
              aria-expanded={open === `${each} ${name}`}
              onClick={() => setOpen(`${each} ${name}`)}
            >{`${each} ${name}`}</button>
          )),
        ],
        below: open?.endsWith(name) && (
          <button type="button" onClick={() => setOpen(null)}>
            Thôi
          </button>
        ),
      }))}
    />
  );
}

it('a row’s button has the focus again when the form below the row is put away', async () => {
  await act(async () => root.render(<Table />));
  await press('Từ chối Hai');
  await press('Thôi');
  expect(document.activeElement).toBe(button('Từ chối Hai'));
});

it('who is elsewhere by then stays there', async () => {
  await act(async () => root.render(<Table />));
  await press('Công nhận Một');
  await act(async () => {
    const close = button('Thôi');
    button('Công nhận Hai').focus();
    close.click();
  });
  expect(document.activeElement).toBe(button('Công nhận Hai'));
});

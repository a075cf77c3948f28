import type { Page } from 'playwright-core';

/** What a Telex key makes of the letters before it. */
const telex: readonly (readonly [RegExp, string])[] = [
  [/ee$/, 'ê'],
  [/uw$/, 'ư'],
  [/DD$/, 'Đ'],
  [/ên([x])$/, 'ễn'],
  [/ưc([s])$/, 'ức'],
];

/**
 * Types as Unikey does on Windows: each key as it is, and where a key changes letters before it, as many backspaces as letters change,
 * and then the new ones as characters. The field sees no composition at all.
 */
export async function typeAsUnikey(page: Page, keys: string): Promise<void> {
  let word = '';
  for (const key of keys) {
    const typed = word + key;
    const rule = telex.find(([pattern]) => pattern.test(typed));
    if (rule === undefined) {
      await page.keyboard.type(key);
      word = key === ' ' ? '' : typed;
      continue;
    }
    const after = typed.replace(...rule);
    let same = 0;
    while (same < word.length && word[same] === after[same]) same++;
    for (let at = word.length; at > same; at--) await page.keyboard.press('Backspace');
    await page.keyboard.insertText(after.slice(same));
    word = after;
  }
}

/** Types as an input method of the system does (ibus, macOS): one composition that grows, then its end. */
export async function typeAsIme(page: Page, stages: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of stages) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send('Input.insertText', { text: stages.at(-1) ?? '' });
  await session.detach();
}

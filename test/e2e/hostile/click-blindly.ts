import type { Page } from 'playwright-core';

declare const hostile: { ours(): HTMLElement | null };

/**
 * Clickjacking: the page makes our frame unseen, keeps it under the pointer while a person clicks what he takes for its own
 * button, and clicks by itself too. The clicks of the person are real ones, on marks, on the card that opens and beside it.
 */
export async function clickBlindly(page: Page): Promise<void> {
  await page.evaluate(() => {
    const style = hostile.ours()?.style;
    for (const [name, value] of Object.entries({ opacity: '0', position: 'fixed', top: '0px', height: '900px' })) {
      style?.setProperty(name, value, 'important');
    }
    addEventListener(
      'pointermove',
      ({ clientX }) => style?.setProperty('left', `${clientX - 500}px`, 'important'),
      true,
    );
    const type = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];
    setInterval(() => {
      for (const name of type) hostile.ours()?.dispatchEvent(new PointerEvent(name, { bubbles: true, composed: true }));
      hostile.ours()?.click();
    }, 100);
  });
  for (const [x, y] of [
    [600, 200],
    [700, 260],
    [640, 300],
    [500, 400],
    [620, 480],
  ] as const) {
    await page.mouse.move(x, y, { steps: 3 });
    await page.waitForTimeout(350);
    await page.mouse.click(x, y);
    await page.mouse.dblclick(x - 200, y + 60);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
  }
}

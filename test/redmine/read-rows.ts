import type { Frame, Page } from 'playwright-core';

/** One line of Redmine's issue list, and what stands beside it. */
export interface RowWithMark {
  readonly subject: string;
  /** As Redmine prints it; empty where nobody is assigned. */
  readonly assignee: string;
  /** The words of the mark at the same height; null where there is none. */
  readonly mark: string | null;
}

type Placed = { readonly middle: number; readonly text: string };

/** Reads the list and the marks by where they are on the screen, as a person does; the mark knows nothing of Redmine's row. */
export async function readRows(page: Page, frame: Frame): Promise<readonly RowWithMark[]> {
  const element = await frame.frameElement();
  const top = (await element.boundingBox())?.y ?? 0;
  const marks: readonly Placed[] = await frame.locator('.mark').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { top: from, height } = node.getBoundingClientRect();
      return { middle: from + height / 2, text: node.textContent ?? '' };
    }),
  );
  const rows = await page.locator('tr.issue').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { top: from, bottom } = node.getBoundingClientRect();
      const textOf = (selector: string) => node.querySelector(selector)?.textContent?.trim() ?? '';
      return { from, to: bottom, subject: textOf('.subject'), assignee: textOf('.assigned_to') };
    }),
  );
  return rows.map(({ from, to, subject, assignee }) => {
    const beside = marks.filter(({ middle }) => top + middle > from && top + middle < to);
    if (beside.length > 1) throw new Error(`${beside.length} marks beside ${subject}`);
    return { subject, assignee, mark: beside[0]?.text ?? null };
  });
}

/** Every frame of ours in the page. */
export function ownFrames(page: Page): readonly Frame[] {
  return page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));
}

import type { ListPage } from '@congvu/schema/adapter';
import { parentAcross, queryAllDeep } from '../../page/deep-query.ts';
import type { Ground } from './compound-selectors.ts';
import { cellsSelectorOf } from './page-scene.ts';
import { proposeAnchor } from './propose-anchor.ts';
import { type HeadingProposal, proposeHeadings } from './propose-columns.ts';
import { hashPatternOf, pathPatternOf, presentOf, proposeDrawing } from './propose-place.ts';
import { proposeRows, type RowLevel } from './propose-rows.ts';
import { deepTextOf } from './row-texts.ts';
import { dataWordsOf } from './stable-token.ts';

/** Where a page stands, as the browser tells it. */
export type PageAddress = {
  readonly host: string;
  readonly path: string;
  readonly search: string;
  readonly hash: string;
};

/** What is proposed for a list once a row of it was pointed at: everything but its fields. */
export type ListStart = {
  readonly found: number;
  readonly rows: readonly { readonly rows: string; readonly ground: Ground; readonly found: number }[];
  readonly headings: readonly HeadingProposal[];
  readonly cells: string | undefined;
  readonly path: string;
  readonly hash: string | null;
  readonly present: readonly string[];
  readonly drawing: ListPage['drawing'];
};

/**
 * One start for each level at which something repeats, the likeliest first: what a person takes for a row may lie a level above or
 * below. A level whose rows or place of the strip cannot be said is left out.
 */
export const beginList = (
  clicked: Element,
  root: Document,
  address: PageAddress,
  isHidden: (element: Element) => boolean,
): readonly ListStart[] => proposeRows(clicked, root, isHidden).flatMap((level) => startOf(level, root, address) ?? []);

const startOf = ({ row, like, proposals }: RowLevel, root: Document, { path, hash }: PageAddress): ListStart | null => {
  const dataWords = dataWordsOf(like.slice(0, 40).map(deepTextOf));
  const headings = proposeHeadings(like, root, dataWords);
  const heads = headings[0] === undefined ? [] : queryAllDeep(root, headings[0].headings);
  const drawing = proposeDrawing(row, heads, root, dataWords);
  const parent = parentAcross(row);
  if (drawing === null || proposals.length === 0) return null;
  return {
    found: like.length,
    rows: proposals.slice(0, 6),
    headings,
    cells: cellsSelectorOf(row),
    path: pathPatternOf(path),
    hash: hashPatternOf(hash),
    present: presentOf(parent === null ? null : proposeAnchor(parent, root, dataWords)),
    drawing,
  };
};

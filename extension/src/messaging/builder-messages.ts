import type { AdapterPage, DetailPage, ListPage, SecrecyField } from '@congvu/schema/adapter';
import type { ListStart } from '../features/adapter-builder/begin-list.ts';
import type { StepKey } from '../features/adapter-builder/in-page/tree-steps.ts';
import type { FieldName } from '../features/adapter-builder/judge-values.ts';
import type { FieldProposal } from '../features/adapter-builder/propose-field.ts';
import type { HandlerProposal } from '../features/adapter-builder/propose-handlers.ts';
import type { Reading } from '../features/adapter-builder/read-sample.ts';
import type { MessageResult } from './overlay-messages.ts';

/**
 * The messages between the side panel and the builder's script in the frames of one tab, over a port that the panel opens. Types only.
 * The script speaks when it is asked, and tells of rows the whitelisted fields alone; of secret rows how many there are.
 */
export const builderPortName = 'adapter-builder';

export type PickTarget = 'ROW' | FieldName;

/** What the panel has of the page so far, as far as pointing at a field needs it. */
export type PickScene =
  | {
      readonly kind: 'LIST';
      readonly list: Pick<ListPage, 'rows' | 'cells' | 'headings'>;
      readonly secrecy: SecrecyField;
    }
  | { readonly kind: 'DETAIL'; readonly secrecy: SecrecyField };

/** What was found for one field. `words`: of secrecy, every different text that the rows say there. */
export type PickedField = {
  readonly proposals: readonly FieldProposal[];
  readonly handlers: readonly HandlerProposal[];
  readonly words: readonly string[];
};

export type DetailStart = Pick<DetailPage, 'path' | 'root' | 'present'> & {
  readonly hash: string | null;
  readonly identity: DetailPage['identity'] | null;
};

export type Picked = {
  /** For a row: one start for each level at which something repeats. */
  readonly starts: readonly ListStart[];
  /** For a cell; on a page about one document every field pointed at so far, since the place around them all may be another now. */
  readonly fields: Readonly<Partial<Record<FieldName, PickedField>>>;
  readonly detail: DetailStart | null;
};

/** Where this frame stands, and what the generic reading of lists makes of it. */
export type FrameFacts = {
  readonly host: string;
  readonly path: string;
  readonly hash: string;
  /** Pixels of the window it fills: the person means the large one. */
  readonly area: number;
  readonly generic: { readonly page: ListPage; readonly certainty: number } | null;
};

export type BuilderAsks = {
  describe: { parameters: Record<string, never>; result: FrameFacts };
  /** Answered when the person has picked, with PICK_ENDED when he ended it. Refused with NO_ROWS, OUTSIDE_ROWS, NOTHING_THERE, SECRET_ROW. */
  pick: { parameters: { readonly target: PickTarget; readonly scene: PickScene | null }; result: Picked };
  /** Ends a pick that goes on here. */
  endPick: { parameters: Record<string, never>; result: { readonly ended: boolean } };
  /** A key pressed in the panel for the pick that goes on here. */
  step: { parameters: { readonly key: StepKey | 'Enter' }; result: { readonly done: boolean } };
  /** Reads the page as an adapter's page would; at most 50 rows are told. */
  read: { parameters: { readonly page: AdapterPage }; result: Reading };
  /** The sanitised copy and, to compare, what was read of the same rows. Refused with SECRET_PAGE, NO_ROWS, TOO_LARGE. */
  copy: { parameters: { readonly page: AdapterPage }; result: { readonly html: string; readonly original: Reading } };
};
export type BuilderAskName = keyof BuilderAsks;

export type BuilderQuestion = {
  [Name in BuilderAskName]: {
    readonly id: number;
    readonly name: Name;
    readonly parameters: BuilderAsks[Name]['parameters'];
  };
}[BuilderAskName];
export type BuilderAnswer = { readonly id: number; readonly result: MessageResult<unknown> };

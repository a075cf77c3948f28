import type { FrameFacts, PickedField, PickTarget } from '../../messaging/builder-messages.ts';
import type { ListStart } from './begin-list.ts';
import type { BuilderLink } from './builder-link.ts';
import type { FieldName } from './judge-values.ts';
import type { PageDraft } from './page-draft.ts';
import type { Reading } from './read-sample.ts';

export type TaughtFrame = { readonly id: number; readonly facts: FrameFacts };

/** Everything that is known while a page is taught. */
export type Teaching = {
  /** CONNECTING, then READY; LOST while the page loads another; a code where it cannot be reached. */
  readonly state: 'CONNECTING' | 'READY' | { readonly problem: string };
  readonly frames: readonly TaughtFrame[];
  /** The frame the list or the document stands in; null until something was pointed at. */
  readonly frame: TaughtFrame | null;
  readonly draft: PageDraft | null;
  readonly starts: readonly ListStart[];
  readonly picked: Readonly<Partial<Record<FieldName, PickedField>>>;
  readonly picking: PickTarget | null;
  readonly pickProblem: string | null;
  readonly reading: Reading | null;
  readonly link: BuilderLink | null;
};

/** Before anything was pointed at. */
export const nothingTaught: Teaching = {
  state: 'CONNECTING',
  frames: [],
  frame: null,
  draft: null,
  starts: [],
  picked: {},
  picking: null,
  pickProblem: null,
  reading: null,
  link: null,
};

import type { DocumentReading } from '@congvu/schema/page-reading';
import type {
  AssignTaskInput,
  ProposalWishInput,
  Responsibility,
  TaskPreviewInput,
} from '../../../generated/graphql.ts';
import { parseExact } from '../../ui/exact-number.ts';
import type { Product } from './ProductPicker.tsx';
import type { Person } from './person.ts';

/** The form as typed. */
export type TaskDraft = {
  readonly title: string;
  readonly product: Product | null;
  readonly quantity: string;
  readonly deadline: string;
  readonly responsibility: Responsibility;
  readonly quality: string;
};

export type DraftProblems = { readonly [Field in keyof TaskDraft]?: string };

/** Prefilled from the page: the summary as the title, the document's deadline as the task's. */
export function draftOf(document: DocumentReading, product: Product | null, quality: string): TaskDraft {
  return {
    title: document.summary ?? document.number,
    product,
    quantity: '1',
    deadline: document.deadline ?? '',
    responsibility: 'LEAD',
    quality,
  };
}

/** Codes of what is still wrong, by field; none means the draft can be sent. The api checks again. */
export function problemsOf(draft: TaskDraft): DraftProblems {
  const quantity = parseExact(draft.quantity);
  return {
    ...(draft.title.trim() === '' ? { title: 'REQUIRED' } : {}),
    ...(draft.product === null ? { product: 'REQUIRED' } : {}),
    ...(quantity === null ? { quantity: 'NOT_A_NUMBER' } : Number(quantity) === 0 ? { quantity: 'OUT_OF_RANGE' } : {}),
    ...(draft.deadline === '' ? { deadline: 'REQUIRED' } : {}),
  };
}

export function toPreview(draft: TaskDraft, person: Person): TaskPreviewInput | null {
  const quantity = parseExact(draft.quantity);
  if (draft.product === null || quantity === null || draft.deadline === '' || Number(quantity) === 0) return null;
  return { employee: person.code, product: draft.product.code, quantity, deadline: draft.deadline };
}

/** What was to be assigned while the catalogue lacked the product; null while quantity or deadline is missing or wrong. */
export function toWish(draft: TaskDraft, person: Person): ProposalWishInput | null {
  const quantity = parseExact(draft.quantity);
  if (quantity === null || Number(quantity) === 0 || draft.deadline === '') return null;
  return { employee: person.code, quantity, deadline: draft.deadline };
}

/** The input without its key; null while something is wrong. Texts are brought to one Unicode form here. */
export function toAssignment(
  draft: TaskDraft,
  person: Person,
  document: DocumentReading,
): Omit<AssignTaskInput, 'idempotencyKey'> | null {
  const preview = toPreview(draft, person);
  if (preview === null || Object.keys(problemsOf(draft)).length > 0) return null;
  return {
    ...preview,
    title: draft.title.trim().normalize('NFC'),
    qualityRequirement: draft.quality.trim() === '' ? null : draft.quality.trim().normalize('NFC'),
    responsibility: draft.responsibility,
    document: {
      number: document.number,
      issuer: document.issuer,
      date: document.date,
      deadline: document.deadline,
      host: document.host,
      path: document.path,
      adapter: `${document.adapter.name}@${document.adapter.version}`,
      handlers: document.handlers.map(({ name, code, role }) => ({ name: name ?? code ?? '', role })),
    },
  };
}

import {
  type AdapterPage,
  adapterPageShape,
  type DetailPage,
  type ListPage,
  type PageFields,
  type TextSource,
} from '@congvu/schema/adapter';
import type { DetailStart, PickedField } from '../../messaging/builder-messages.ts';
import type { ListStart } from './begin-list.ts';
import type { FieldName } from './judge-values.ts';

/** A page of an adapter while it is being taught: what is there already, nothing of it required. */
export type PageDraft = {
  readonly kind: AdapterPage['kind'];
  readonly path: string;
  readonly hash: string | null;
  readonly present: readonly string[];
  readonly fields: Partial<PageFields> & Pick<PageFields, 'secrecy'>;
  readonly minimumShare: number;
  readonly rows: string | null;
  readonly cells: string | null;
  readonly headings: string | null;
  readonly drawing: ListPage['drawing'] | null;
  readonly root: string | null;
  readonly identity: DetailPage['identity'] | null;
};

/** Until a place of secrecy is pointed at, the whole row is searched for the words of secrecy. */
const anywhere: PageFields['secrecy'] = { marks: 'ANYWHERE' };

/** Of rows that are not secret so many must be read: a page that changed reads none, one odd row breaks nothing. */
const usualShare = 0.8;

export const emptyDraft = (kind: AdapterPage['kind']): PageDraft => ({
  kind,
  path: '^/',
  hash: null,
  present: [],
  fields: { secrecy: anywhere },
  minimumShare: usualShare,
  rows: null,
  cells: null,
  headings: null,
  drawing: null,
  root: null,
  identity: null,
});

export const fromListStart = (start: ListStart, rowsAt: number): PageDraft => ({
  ...emptyDraft('LIST'),
  path: start.path,
  hash: start.hash,
  present: start.present,
  rows: start.rows[rowsAt]?.rows ?? null,
  cells: start.cells ?? null,
  headings: start.headings[0]?.headings ?? null,
  drawing: start.drawing,
});

export const withDetailStart = (draft: PageDraft, { root, path, hash, present, identity }: DetailStart): PageDraft => ({
  ...draft,
  root,
  path,
  hash,
  present,
  identity,
});

/** A page that exists, or the generic proposal, to be corrected. */
export const fromAdapterPage = (page: AdapterPage): PageDraft => ({
  ...emptyDraft(page.kind),
  path: page.path,
  hash: page.hash ?? null,
  present: page.present,
  fields: page.fields,
  identity: page.identity ?? null,
  ...(page.kind === 'LIST'
    ? {
        minimumShare: page.minimumShare,
        rows: page.rows,
        cells: page.cells ?? null,
        headings: page.headings ?? null,
        drawing: page.drawing,
      }
    : { root: page.root }),
});

/** The draft as adapter data; null while something is missing or not of the shape. */
export const toAdapterPage = (draft: PageDraft): AdapterPage | null => {
  const { kind, path, present, fields } = draft;
  const optional = (name: string, value: unknown) => (value === null || value === undefined ? {} : { [name]: value });
  const common = { path, present, fields, ...optional('hash', draft.hash), ...optional('identity', draft.identity) };
  const parsed = adapterPageShape.safeParse(
    kind === 'LIST'
      ? {
          kind,
          ...common,
          rows: draft.rows,
          ...optional('cells', draft.cells),
          ...optional('headings', draft.headings),
          minimumShare: draft.minimumShare,
          drawing: draft.drawing,
        }
      : { kind, ...common, root: draft.root },
  );
  return parsed.success ? parsed.data : null;
};

/** Words that say a document is not secret, as pages print them in lower case; an empty place is a common way to say it too. */
export const normalWords: ReadonlySet<string> = new Set([
  '',
  'thường',
  'bình thường',
  'không',
  'không mật',
  'normal',
  'none',
  'public',
  'công khai',
]);

/** The field read as the chosen proposal reads it. */
export const withProposal = (draft: PageDraft, field: FieldName, picked: PickedField, at: number): PageDraft => {
  const { fields } = draft;
  if (field === 'handler') {
    const handlers = picked.handlers[at]?.handlers;
    return handlers === undefined ? draft : { ...draft, fields: { ...fields, handlers } };
  }
  const proposal = picked.proposals[at];
  if (proposal === undefined) return draft;
  const text = [proposal.source];
  switch (field) {
    case 'deadline':
    case 'date':
      return { ...draft, fields: { ...fields, [field]: { text, format: proposal.format ?? 'dd/MM/yyyy' } } };
    case 'secrecy': {
      const normal = picked.words.filter((word) => normalWords.has(word));
      return { ...draft, fields: { ...fields, secrecy: { text, normal: normal.length > 0 ? normal : ['thường'] } } };
    }
    default:
      return { ...draft, fields: { ...fields, [field]: text } };
  }
};

/** The first place that the field is read from; null where it is not taught. */
export const sourceOf = ({ fields }: PageDraft, field: FieldName): TextSource | null => {
  if (field === 'handler') return (fields.handlers?.name ?? fields.handlers?.code)?.[0] ?? null;
  if (field === 'secrecy') return 'text' in fields.secrecy ? (fields.secrecy.text[0] ?? null) : null;
  if (field === 'deadline' || field === 'date') return fields[field]?.text[0] ?? null;
  return fields[field]?.[0] ?? null;
};

/** The field read from another place, everything else of it as it was. An empty place takes the field away. */
export const withSource = (draft: PageDraft, field: FieldName, source: TextSource | null): PageDraft => {
  const { fields } = draft;
  if (field === 'secrecy') {
    const normal = 'normal' in fields.secrecy ? fields.secrecy.normal : ['', 'thường'];
    return { ...draft, fields: { ...fields, secrecy: source === null ? anywhere : { text: [source], normal } } };
  }
  if (source === null) {
    const { [field === 'handler' ? 'handlers' : field]: _, ...others } = fields;
    return { ...draft, fields: { ...others, secrecy: fields.secrecy } };
  }
  if (field === 'handler') {
    const { handlers } = fields;
    const isCode = handlers !== undefined && handlers.name === undefined;
    const given = handlers ?? { order: 'EITHER' as const, role: { values: {}, otherwise: 'LEAD' as const } };
    return { ...draft, fields: { ...fields, handlers: { ...given, [isCode ? 'code' : 'name']: [source] } } };
  }
  if (field === 'deadline' || field === 'date') {
    const format = fields[field]?.format ?? 'dd/MM/yyyy';
    return { ...draft, fields: { ...fields, [field]: { text: [source], format } } };
  }
  return { ...draft, fields: { ...fields, [field]: [source] } };
};

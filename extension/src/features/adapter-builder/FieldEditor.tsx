import { dateFormats, type TextSource } from '@congvu/schema/adapter';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import type { PickedField } from '../../messaging/builder-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { HandlerOptions } from './HandlerOptions.tsx';
import type { FieldName } from './judge-values.ts';
import { type PageDraft, sourceOf, withProposal, withSource } from './page-draft.ts';
import { SecrecyOptions } from './SecrecyOptions.tsx';

type FieldEditorProps = {
  readonly field: FieldName;
  readonly draft: PageDraft;
  readonly picked: PickedField | null;
  /** Rows that were judged: what a proposal's figures are of. */
  readonly rows: number;
  readonly isPicking: boolean;
  /** The field one would point at next. */
  readonly isNext: boolean;
  readonly onPick: () => void;
  readonly onDraft: (draft: PageDraft) => void;
};

/** One field: where it is read from, the other ways to read it, and the way to say it by hand. */
export function FieldEditor({ field, draft, picked, rows, isPicking, isNext, onPick, onDraft }: FieldEditorProps) {
  const texts = useTexts(teachingTexts);
  const source = sourceOf(draft, field);
  const label = texts.fields[field];
  return (
    <fieldset className="taught stack" data-taught={source !== null}>
      <legend>
        {label}
        {field === 'number' && <span className="small quiet"> · {texts.required}</span>}
      </legend>
      <div className="row">
        <Button kind={isNext ? 'primary' : 'plain'} disabled={isPicking} onClick={onPick}>
          {source === null ? texts.pick(label) : texts.pickAgain(label)}
        </Button>
        {source === null && field !== 'secrecy' && <span className="small quiet">{texts.notTaught}</span>}
        {source !== null && (
          <Button
            kind="link"
            aria-label={`${texts.remove}: ${label}`}
            onClick={() => onDraft(withSource(draft, field, null))}
          >
            {texts.remove}
          </Button>
        )}
      </div>
      {field === 'secrecy' && <SecrecyOptions draft={draft} picked={picked} onDraft={onDraft} />}
      {picked !== null && source !== null && <Proposals {...{ field, draft, picked, rows, onDraft }} />}
      {source !== null && field === 'handler' && <HandlerOptions draft={draft} onDraft={onDraft} />}
      {source !== null && (field === 'deadline' || field === 'date') && (
        <DateFormatField field={field} draft={draft} onDraft={onDraft} />
      )}
      {(source !== null || field !== 'secrecy') && (
        <SourceFields label={label} source={source} onSource={(next) => onDraft(withSource(draft, field, next))} />
      )}
    </fieldset>
  );
}

type ProposalsProps = Pick<FieldEditorProps, 'field' | 'draft' | 'rows' | 'onDraft'> & { readonly picked: PickedField };

/** Every way that was proposed, with how it reads, which a narrow panel cuts first; what was typed by hand is one of its own. */
function Proposals({ field, draft, picked, rows, onDraft }: ProposalsProps) {
  const texts = useTexts(teachingTexts);
  const ways = field === 'handler' ? picked.handlers : picked.proposals;
  const isChosen = (at: number): boolean =>
    field === 'handler'
      ? JSON.stringify(sourcesIn(picked.handlers[at]?.handlers)) === JSON.stringify(sourcesIn(draft.fields.handlers))
      : JSON.stringify(picked.proposals[at]?.source) === JSON.stringify(sourceOf(draft, field));
  const chosen = ways.findIndex((_, at) => isChosen(at));
  const choices = ways.map((way, at) => ({
    value: String(at),
    label: texts.by(`${texts.ground[way.ground]} · ${placeText(way)}`, way.filled, rows),
  }));
  return (
    <SelectField
      label={texts.chooseBy}
      value={String(chosen)}
      choices={chosen < 0 ? [{ value: '-1', label: texts.byHand }, ...choices] : choices}
      onChoose={(at) => onDraft(withProposal(draft, field, picked, Number(at)))}
    />
  );
}

/** The heading, attribute or selector in a few letters: what tells one way from another. */
const placeText = (way: PickedField['proposals'][number] | PickedField['handlers'][number]): string => {
  const handlers = 'handlers' in way ? way.handlers : null;
  const source = 'source' in way ? way.source : (handlers?.name ?? handlers?.code)?.[0];
  const parts = [handlers?.each, source?.column?.join(' | '), source?.select, source?.attribute];
  return parts.filter((part) => part !== undefined).join(' · ');
};

const sourcesIn = (handlers: PageDraft['fields']['handlers']) => [handlers?.each, handlers?.name, handlers?.code];

type DateFormatProps = Pick<FieldEditorProps, 'draft' | 'onDraft'> & { readonly field: 'deadline' | 'date' };

function DateFormatField({ field, draft, onDraft }: DateFormatProps) {
  const texts = useTexts(teachingTexts);
  const date = draft.fields[field];
  if (date === undefined) return null;
  return (
    <SelectField
      label={texts.format}
      value={date.format}
      choices={dateFormats.map((format) => ({ value: format, label: format }))}
      onChoose={(chosen) => {
        const format = dateFormats.find((each) => each === chosen);
        if (format !== undefined) onDraft({ ...draft, fields: { ...draft.fields, [field]: { ...date, format } } });
      }}
    />
  );
}

type SourceFieldsProps = {
  readonly label: string;
  readonly source: TextSource | null;
  readonly onSource: (source: TextSource | null) => void;
};

/** The place as it stands in the adapter. An empty field is left out of it; with all empty the field is not taught. */
function SourceFields({ label, source, onSource }: SourceFieldsProps) {
  const texts = useTexts(teachingTexts);
  const put = (part: { [Name in keyof TextSource]?: TextSource[Name] | undefined }) => {
    const entries = Object.entries({ ...source, ...part }).filter(([, value]) => value !== undefined && value !== '');
    // Only the fields of a source are put, each with its own kind of value.
    onSource(entries.length === 0 ? null : (Object.fromEntries(entries) as TextSource));
  };
  const headings = source?.column?.join(' | ') ?? '';
  return (
    <details>
      <summary className="small">
        {texts.correct}
        <span className="visually-hidden">: {label}</span>
      </summary>
      <div className="stack">
        <TextField
          label={texts.heading}
          value={headings}
          onText={(text) => put({ column: text === '' ? undefined : text.split('|').map((each) => each.trim()) })}
        />
        <TextField
          label={texts.selector}
          value={source?.select ?? ''}
          spellCheck={false}
          onText={(select) => put({ select })}
        />
        <TextField
          label={texts.attribute}
          value={source?.attribute ?? ''}
          spellCheck={false}
          onText={(attribute) => put({ attribute, input: undefined })}
        />
        <TextField
          label={texts.pattern}
          value={source?.pattern ?? ''}
          spellCheck={false}
          onText={(pattern) => put({ pattern })}
        />
        <label className="check small">
          <input
            type="checkbox"
            checked={source?.input === true}
            onChange={(event) => put({ input: event.currentTarget.checked ? true : undefined, attribute: undefined })}
          />
          {texts.readsInput}
        </label>
      </div>
    </details>
  );
}

import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { PageDraft } from './page-draft.ts';
import { type PieceForm, pieceForms } from './propose-handlers.ts';

type HandlerOptionsProps = { readonly draft: PageDraft; readonly onDraft: (draft: PageDraft) => void };

const orders = ['FAMILY_FIRST', 'GIVEN_FIRST', 'EITHER'] as const;
const forms = ['ONE', 'NAME_STATE', 'POST_NAME_STATE', 'NAME_POST'] as const;

/** How names are printed, and how several people stand in one cell. */
export function HandlerOptions({ draft, onDraft }: HandlerOptionsProps) {
  const texts = useTexts(teachingTexts);
  const { handlers } = draft.fields;
  if (handlers === undefined || handlers.name === undefined) return null;
  const change = (part: Partial<typeof handlers>) =>
    onDraft({ ...draft, fields: { ...draft.fields, handlers: { ...handlers, ...part } } });
  const { pieces, each } = handlers;
  const form = forms.find((name) => name !== 'ONE' && pieceForms[name].name === pieces?.name) ?? 'ONE';
  const chooseForm = (chosen: (typeof forms)[number]) => {
    const { pieces: _, ...whole } = handlers;
    const separator = pieces?.separator ?? ' ?; ?';
    const next =
      chosen === 'ONE' ? whole : { ...handlers, pieces: { separator, ...pieceForms[chosen satisfies PieceForm] } };
    onDraft({ ...draft, fields: { ...draft.fields, handlers: next } });
  };
  return (
    <>
      <SelectField
        label={texts.order}
        value={handlers.order ?? 'FAMILY_FIRST'}
        choices={orders.map((order) => ({ value: order, label: texts.orders[order] }))}
        onChoose={(chosen) => change({ order: orders.find((order) => order === chosen) ?? 'EITHER' })}
      />
      {each === undefined && (
        <SelectField
          label={texts.several}
          value={form}
          choices={forms.map((name) => ({ value: name, label: texts.severalForms[name] }))}
          onChoose={(chosen) => chooseForm(forms.find((name) => name === chosen) ?? 'ONE')}
        />
      )}
      {pieces !== undefined && (
        <TextField
          label={texts.separator}
          value={pieces.separator}
          spellCheck={false}
          onText={(separator) => change({ pieces: { ...pieces, separator } })}
        />
      )}
    </>
  );
}

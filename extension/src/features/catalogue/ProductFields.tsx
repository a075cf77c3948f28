import type { ProductGroup } from '../../../generated/graphql.ts';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

/** What is typed of a product. */
export type ProductDraft = {
  readonly code: string;
  readonly name: string;
  readonly group: ProductGroup;
  readonly points: string;
  readonly unitOfWork: string;
};

const groups: readonly ProductGroup[] = ['N1', 'N2', 'N3', 'N4', 'N5'];

type ProductFieldsProps = {
  readonly draft: ProductDraft;
  readonly needsCode: boolean;
  readonly onChange: (part: Partial<ProductDraft>) => void;
};

export function ProductFields({ draft, needsCode, onChange }: ProductFieldsProps) {
  const texts = useTexts(catalogueTexts);
  return (
    <>
      <TextField
        label={needsCode ? texts.code : texts.propose.code}
        value={draft.code}
        maxLength={64}
        required={needsCode}
        onText={(code) => onChange({ code })}
      />
      <TextField label={texts.name} value={draft.name} maxLength={200} required onText={(name) => onChange({ name })} />
      <SelectField
        label={texts.group}
        value={draft.group}
        choices={groups.map((group) => ({ value: group, label: group }))}
        onChoose={(value) => onChange({ group: groups.find((group) => group === value) ?? 'N1' })}
      />
      <TextField
        label={texts.points}
        inputMode="decimal"
        value={draft.points}
        required
        onText={(points) => onChange({ points })}
      />
      <TextField
        label={texts.unitOfWork}
        value={draft.unitOfWork}
        maxLength={200}
        onText={(unitOfWork) => onChange({ unitOfWork })}
      />
    </>
  );
}

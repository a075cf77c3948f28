import { RESPONSIBILITIES } from '@congvu/schema/evaluation';
import { responsibilityTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { ProductPicker } from '../open-document/ProductPicker.tsx';
import type { BulkLine } from './bulk-draft.ts';

type LineFieldsProps = {
  readonly line: BulkLine;
  /** Codes by field. */
  readonly problems: Readonly<Record<string, string | undefined>>;
  readonly onChange: (part: Partial<BulkLine>) => void;
};

/** A product, how many, until when, in which role. */
export function LineFields({ line, problems, onChange }: LineFieldsProps) {
  const texts = useTexts(taskTexts);
  const language = useLanguage();
  const problem = (field: string) => {
    const code = problems[field];
    return code === undefined ? null : problemText(code, language);
  };
  return (
    <div className="stack">
      <ProductPicker chosen={line.product} problem={problem('product')} onChoose={(product) => onChange({ product })} />
      <div className="two-columns">
        <TextField
          label={texts.quantity}
          value={line.quantity}
          problem={problem('quantity')}
          inputMode="decimal"
          onText={(quantity) => onChange({ quantity })}
        />
        <TextField
          label={texts.deadline}
          type="date"
          value={line.deadline}
          problem={problem('deadline')}
          onText={(deadline) => onChange({ deadline })}
        />
      </div>
      <SelectField
        label={texts.responsibility}
        value={line.responsibility}
        choices={RESPONSIBILITIES.map((value) => ({ value, label: responsibilityTexts[value][language] }))}
        onChoose={(value) => onChange({ responsibility: value === 'COOPERATE' ? 'COOPERATE' : 'LEAD' })}
      />
    </div>
  );
}

import { importTexts } from '../../locales/import-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { templateOf } from './packed-file.ts';

type ColumnListProps = {
  readonly register: string;
  readonly columns: readonly { readonly name: string; readonly text: string; readonly required: boolean }[];
};

/** The columns a file of the register has, and an empty one to be filled in. */
export function ColumnList({ register, columns }: ColumnListProps) {
  const texts = useTexts(importTexts);
  const save = () => {
    const address = URL.createObjectURL(templateOf(columns));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${register.toLowerCase()}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return (
    <details>
      <summary>{texts.columns}</summary>
      <ul>
        {columns.map(({ name, text, required }) => (
          <li key={name}>
            {text} <span className="small quiet">{required ? `${name}, ${texts.required}` : name}</span>
          </li>
        ))}
      </ul>
      <Button onClick={save}>{texts.template}</Button>
    </details>
  );
}

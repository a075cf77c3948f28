import { importTexts } from '../../locales/import-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';

type ColumnListProps = {
  readonly register: string;
  readonly columns: readonly {
    readonly name: string;
    readonly text: string;
    readonly takes: string;
    readonly required: boolean;
  }[];
};

/** An empty file of the kind to be filled in, and what each of its columns takes. */
export function ColumnList({ register, columns }: ColumnListProps) {
  const texts = useTexts(importTexts);
  const path = `/files/import-template/${register}`;
  return (
    <div className="stack">
      <div className="row">
        <DownloadButton path={`${path}.xlsx`} purpose="STATISTICS">
          {texts.template('XLSX')}
        </DownloadButton>
        <DownloadButton path={`${path}.csv`} purpose="STATISTICS">
          {texts.template('CSV')}
        </DownloadButton>
      </div>
      {columns.length > 0 && (
        <details>
          <summary>{texts.columns(columns.length)}</summary>
          <ul>
            {columns.map(({ name, text, takes, required }) => (
              <li key={name}>
                {text}{' '}
                <span className="small quiet">
                  {required ? `${takes}; ${texts.required}` : takes} ({name})
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

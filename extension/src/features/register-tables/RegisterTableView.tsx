import { citation } from '@congvu/schema/texts';
import { useState } from 'react';
import type { RegisterTablesQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { registerTableTexts } from '../../locales/register-table-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDate } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { PublishTableForm } from './PublishTableForm.tsx';

export type ListedTable = RegisterTablesQuery['registerTables'][number];

type RegisterTableViewProps = {
  readonly table: ListedTable;
  readonly all: readonly ListedTable[];
  readonly onPublished: () => void;
};

/** Every row of a table, with where it stands and how sure that is. Who keeps the rules writes an office's own from it. */
export function RegisterTableView({ table, all, onPublished }: RegisterTableViewProps) {
  const texts = useTexts(registerTableTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const unsure = table.rows.filter(({ source }) => source.certainty !== 'VERIFIED').length;
  const facts = [
    texts.version(table.version),
    table.agency?.name ?? (table.version === 0 ? texts.builtIn : texts.everybody),
    ...(table.effectiveFrom === null
      ? []
      : [
          texts.since(shownDate(table.effectiveFrom), table.effectiveTo === null ? null : shownDate(table.effectiveTo)),
        ]),
    ...(table.decisionNumber === null ? [] : [table.decisionNumber]),
  ];
  return (
    <>
      <h1>{table.name}</h1>
      <p className="quiet">{facts.join(' · ')}</p>
      {unsure > 0 && <p className="notice">{texts.unsure(unsure)}</p>}
      <ScrollRegion label={table.name}>
        <table className="table">
          <thead>
            <tr>
              {[texts.rule, texts.says, texts.source].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              // The rows of a table have no names; a published table never changes, so their places stay.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={index}>
                <th scope="row" className="plain">
                  {row.text}
                </th>
                <td>
                  {row.facts.map(({ name, value }) => (
                    <span key={name} className="post">
                      <span className="small quiet">{name}:</span> {value}
                    </span>
                  ))}
                </td>
                <td className="small">
                  {citation(row.source, language)} <CertaintyMark certainty={row.source.certainty} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {may(viewer, 'RULES_MANAGE') &&
        (isOpen ? (
          <PublishTableForm table={table} all={all} onPublished={onPublished} onClose={() => setIsOpen(false)} />
        ) : (
          <Button onClick={() => setIsOpen(true)}>{texts.publish.open}</Button>
        ))}
    </>
  );
}

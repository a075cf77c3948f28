import type { Post } from '@congvu/schema/evaluation';
import type { Certainty } from '@congvu/schema/scoring';
import type { ConditionState, ShortlistState } from '@congvu/schema/shortlist';
import { conditionStateTexts, postTexts, shortlistStateTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shortlistTexts } from '../../locales/shortlist-texts.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';

export type JudgedCondition = {
  readonly kind: string;
  readonly state: ConditionState;
  readonly needed: string;
  readonly found: string;
  readonly source: { readonly certainty: Certainty };
};

export type ShortlistRow = {
  readonly employee: { readonly id: string; readonly code: string; readonly name: string };
  readonly post: Post;
  readonly unit: { readonly shortName: string };
  readonly state: ShortlistState;
  /** The same conditions in every row, in the table's order. */
  readonly conditions: readonly JudgedCondition[];
};

type ShortlistTableProps = {
  readonly rows: readonly ShortlistRow[];
  /** Staff codes. */
  readonly chosen: readonly string[];
  readonly onToggle: (code: string) => void;
};

/** A person a row, a condition a column: what was found stands under the word that judges it. */
export function ShortlistTable({ rows, chosen, onToggle }: ShortlistTableProps) {
  const texts = useTexts(shortlistTexts);
  const language = useLanguage();
  const conditions = rows[0]?.conditions ?? [];
  return (
    <ScrollRegion label={texts.title}>
      <table className="table shortlist">
        <thead>
          <tr>
            {Object.values(texts.columns).map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            {conditions.map(({ needed, source }) => (
              <th key={needed} scope="col">
                {needed} <CertaintyMark certainty={source.certainty} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ employee, post, unit, state, conditions: judged }) => (
            <tr key={employee.id} data-state={state}>
              <td>
                <input
                  type="checkbox"
                  aria-label={texts.choose(employee.name)}
                  checked={chosen.includes(employee.code)}
                  onChange={() => onToggle(employee.code)}
                />
              </td>
              <th scope="row" className="plain">
                <PersonCell name={employee.name} more={[employee.code, postTexts[post][language], unit.shortName]} />
              </th>
              <td>
                <span className="state" data-state={state}>
                  {shortlistStateTexts[state][language]}
                </span>
              </td>
              {judged.map((condition) => (
                <td key={condition.needed} className="small">
                  <Judgement state={condition.state} />
                  <span className="quiet post">{condition.found}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const signs = { MET: '✓', MISSING: '✕', UNKNOWN: '?' } as const;

/** Sign, word and colour: never by colour alone. */
function Judgement({ state }: { readonly state: ConditionState }) {
  const language = useLanguage();
  return (
    <span className="judgement" data-state={state}>
      <span aria-hidden="true">{signs[state]}</span> {conditionStateTexts[state][language]}
    </span>
  );
}

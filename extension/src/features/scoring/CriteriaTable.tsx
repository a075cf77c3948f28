import { useId } from 'react';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { CriterionEvidence } from './CriterionEvidence.tsx';
import { problemOf, type SheetDraft, toDecimal } from './sheet-draft.ts';
import { useSheetEvidence } from './use-sheet-evidence.ts';

type CriteriaTableProps = {
  /** The sheet, whose evidence stands beside its criteria. */
  readonly sheet: string;
  readonly criteria: Sheet_SheetFragment['criteria'];
  /** What is typed; null: to read only. */
  readonly draft: SheetDraft | null;
  /** What the input column is: the self-score, or the manager's word. */
  readonly column: string;
  readonly onChange: (code: string, typed: string) => void;
};

/** The general criteria: code, name, what the person gave himself, the field, and what the registers know beside it. */
export function CriteriaTable({ sheet, criteria, draft, column, onChange }: CriteriaTableProps) {
  const texts = useTexts(scoringTexts);
  const evidence = useSheetEvidence(sheet);
  const isVietnamese = useLanguage() === 'vi';
  const show = (exact: string | null) =>
    exact === null ? '—' : isVietnamese ? toDecimal(exact).replace('.', ',') : toDecimal(exact);
  return (
    <ul className="plain-list stack">
      {criteria.map((criterion) => (
        <li key={criterion.code} className="criterion">
          <span>
            <strong>{criterion.code}</strong> {criterion.name}{' '}
            <span className="small quiet">
              {texts.maximum(show(criterion.maximum))} · {texts.selfScoredAs(show(criterion.selfPoints))}
            </span>
          </span>
          {draft === null ? (
            <strong>{show(criterion.confirmedPoints ?? criterion.selfPoints)}</strong>
          ) : (
            <PointsField {...{ criterion, draft, column, onChange }} />
          )}
          <CriterionEvidence evidence={evidence.filter(({ criteria: codes }) => codes.includes(criterion.code))} />
        </li>
      ))}
    </ul>
  );
}

type PointsFieldProps = {
  readonly criterion: Sheet_SheetFragment['criteria'][number];
  readonly draft: SheetDraft;
  readonly column: string;
  readonly onChange: (code: string, typed: string) => void;
};

/** Takes "4,5" and "4.5"; what is wrong stands under the field, and the text stays as it was typed. */
function PointsField({ criterion, draft, column, onChange }: PointsFieldProps) {
  const texts = useTexts(scoringTexts);
  const isVietnamese = useLanguage() === 'vi';
  const problemId = useId();
  const code = problemOf(criterion, draft);
  const maximum = isVietnamese ? toDecimal(criterion.maximum).replace('.', ',') : toDecimal(criterion.maximum);
  return (
    <span className="points">
      <input
        className="input"
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${criterion.code} ${criterion.name}, ${column}`}
        aria-invalid={code !== null}
        aria-describedby={problemId}
        value={draft[criterion.code] ?? ''}
        onChange={(event) => onChange(criterion.code, event.currentTarget.value)}
      />
      <span id={problemId} className="field-problem">
        {code === null ? null : code === 'NOT_A_NUMBER' ? texts.notANumber : texts.above(maximum)}
      </span>
    </span>
  );
}

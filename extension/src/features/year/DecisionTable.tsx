import { LEVELS } from '@congvu/schema/evaluation';
import { levelMarks } from '@congvu/schema/texts';
import type { YearLine_RowFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { CalibratedLevel } from './CalibratedLevel.tsx';
import { type DecisionDraft, differsFromProposal, problemOfDecision, startDecision } from './decision-draft.ts';
import type { RowOutcome } from './decision-outcomes.ts';

type Row = YearLine_RowFragment & { readonly revision: number };

type DecisionTableProps = {
  readonly rows: readonly Row[];
  readonly drafts: Readonly<Record<string, DecisionDraft>>;
  readonly outcomes: Readonly<Record<string, RowOutcome>>;
  /** From the first try to send on. */
  readonly showsProblems: boolean;
  readonly onChange: (row: Row, part: Partial<DecisionDraft>) => void;
};

/** A row a person: the proposal, the level, and what a level that differs needs. */
export function DecisionTable({ rows, drafts, outcomes, showsProblems, onChange }: DecisionTableProps) {
  const all = useTexts(yearTexts);
  const texts = all.decide;
  const language = useLanguage();
  const levels = [
    { value: '', label: '—' },
    ...LEVELS.map((level) => ({ value: level, label: levelMarks[level] })),
    { value: 'NONE', label: all.notClassified },
  ];
  return (
    <ScrollRegion label={texts.title(rows.length)}>
      <table className="table decisions">
        <thead>
          <tr>
            {[texts.person, all.columns.proposed, texts.level, texts.reason, texts.override, texts.outcome].map(
              (heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const draft = drafts[row.id] ?? startDecision(row);
            const outcome = outcomes[row.id];
            const problem = showsProblems ? problemOfDecision(row, draft) : null;
            const { name } = row.employee;
            return (
              <tr key={row.id}>
                <th scope="row">{name}</th>
                <td>
                  <LevelMark level={row.proposedLevel} />
                  <CalibratedLevel calibration={row.calibration} />
                </td>
                <td>
                  {outcome === 'DONE' ? (
                    <LevelMark level={draft.level === 'NONE' || draft.level === '' ? null : draft.level} />
                  ) : (
                    <SelectField
                      label={`${texts.level}, ${name}`}
                      value={draft.level}
                      choices={levels}
                      problem={problem === 'LEVEL_MISSING' ? texts.levelNeeded : null}
                      onChoose={(value) => {
                        const level = value === 'NONE' ? value : (LEVELS.find((each) => each === value) ?? '');
                        onChange(row, { level });
                      }}
                    />
                  )}
                </td>
                <td>
                  {outcome !== 'DONE' && differsFromProposal(row, draft) && (
                    <TextField
                      label={`${texts.reason}, ${name}`}
                      value={draft.reason}
                      maxLength={2000}
                      problem={problem === 'REASON_MISSING' ? texts.reasonNeeded : null}
                      onText={(reason) => onChange(row, { reason })}
                    />
                  )}
                </td>
                <td>
                  {outcome !== 'DONE' && (
                    <TextField
                      label={`${texts.override}, ${name}`}
                      title={texts.overrideWhen}
                      value={draft.overrideDocument}
                      maxLength={2000}
                      onText={(overrideDocument) => onChange(row, { overrideDocument })}
                    />
                  )}
                </td>
                <td className="small" aria-live="polite">
                  {outcome === 'DONE' && texts.done}
                  {outcome !== undefined && outcome !== 'DONE' && (
                    <span className="field-problem">{outcome.message ?? problemText(outcome.code, language)}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

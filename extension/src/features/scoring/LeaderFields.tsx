import { stepTexts } from '@congvu/schema/texts';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { Person } from '../open-document/person.ts';
import type { LeaderDraft, LeaderProblems } from './leader-draft.ts';
import { toLeaderFigure } from './live-score.ts';
import { UnitResult } from './UnitResult.tsx';

type LeaderFieldsProps = {
  readonly sheet: Sheet_SheetFragment;
  readonly draft: LeaderDraft;
  readonly problems: LeaderProblems;
  readonly isEditable: boolean;
  readonly onChange: (part: Partial<LeaderDraft>) => void;
  readonly onPerson: (person: Person) => void;
};

/** A leader's figures know two values; the unit's result follows from its people's scores and is not set by hand. */
export function LeaderFields({ sheet, draft, problems, isEditable, onChange, onPerson }: LeaderFieldsProps) {
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  const problem = (name: keyof LeaderDraft) => {
    const code = problems[name];
    return code === undefined ? null : problemText(code, language);
  };
  return (
    <div className="stack">
      <UnitResult sheet={sheet} title={stepTexts.unitResult[language]} figure={draft.unitResult} onPerson={onPerson} />
      {(['organising', 'cohesion'] as const).map((name) => (
        <div key={name} className="stack">
          <Field label={texts[name]} problem={problem(name)}>
            {(control) => (
              <select
                {...control}
                className="input"
                disabled={!isEditable}
                value={draft[name] ?? ''}
                onChange={(event) =>
                  onChange({ [name]: toLeaderFigure(Number(event.currentTarget.value)) } as Partial<LeaderDraft>)
                }
              >
                <option value="">—</option>
                <option value="100">{texts.full}</option>
                <option value="50">{texts.half}</option>
              </select>
            )}
          </Field>
          {draft[name] === 50 &&
            (isEditable ? (
              <TextArea
                label={texts.evidenceOf(texts[name])}
                value={draft[`${name}Evidence`]}
                problem={problem(`${name}Evidence`)}
                required
                rows={2}
                onText={(typed) => onChange({ [`${name}Evidence`]: typed } as Partial<LeaderDraft>)}
              />
            ) : (
              <p className="small">{texts.evidence(draft[`${name}Evidence`] || texts.noEvidence)}</p>
            ))}
        </div>
      ))}
    </div>
  );
}

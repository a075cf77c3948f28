import { stepTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { type LeaderFigures, toLeaderFigure } from './live-score.ts';

type LeaderFieldsProps = {
  readonly figures: LeaderFigures;
  readonly isEditable: boolean;
  readonly onChange: (figures: LeaderFigures) => void;
};

/** A leader's figures know two values; the unit's result follows from its people's scores and is not set by hand. */
export function LeaderFields({ figures, isEditable, onChange }: LeaderFieldsProps) {
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  return (
    <div className="stack">
      <p className="small">
        {stepTexts.unitResult[language]}:{' '}
        {figures.unitResult === null ? '—' : texts.percent(String(figures.unitResult))}
      </p>
      <div className="two-columns">
        {(['organising', 'cohesion'] as const).map((name) => (
          <Field key={name} label={texts[name]}>
            {(control) => (
              <select
                {...control}
                className="input"
                disabled={!isEditable}
                value={figures[name] ?? ''}
                onChange={(event) =>
                  onChange({ ...figures, [name]: toLeaderFigure(Number(event.currentTarget.value)) })
                }
              >
                <option value="">—</option>
                <option value="100">{texts.full}</option>
                <option value="50">{texts.half}</option>
              </select>
            )}
          </Field>
        ))}
      </div>
    </div>
  );
}

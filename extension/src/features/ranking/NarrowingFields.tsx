import { LEVELS, SHEET_STATES } from '@congvu/schema/evaluation';
import { levelMarks, levelTexts, sheetStateTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { shownDisplay } from '../../ui/shown.ts';
import { severalOf } from '../register-list/act-field.ts';
import { CheckList } from '../register-list/CheckList.tsx';
import { countNarrowing, type Narrowing, type Span, spanNames } from './ranking-narrowing.ts';

type NarrowingFieldsProps = {
  /** As typed: the numbers are read when it is asked. */
  readonly narrowing: Narrowing;
  /** Rows of a year have no sheet. */
  readonly hasStates: boolean;
  readonly onChange: (narrowing: Narrowing) => void;
};

/** Levels, states of the sheet and figures from and to, folded away as long as none is asked for. */
export function NarrowingFields({ narrowing, hasStates, onChange }: NarrowingFieldsProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const { level, state, spans } = narrowing;
  const spanOf = (name: (typeof spanNames)[number]): Span => spans[name] ?? { min: '', max: '' };
  const levels = LEVELS.map((each) => ({ value: each, label: `${levelMarks[each]} – ${levelTexts[each][language]}` }));
  const states = SHEET_STATES.map((each) => ({ value: each, label: sheetStateTexts[each][language] }));
  const end = { inputMode: 'decimal', pattern: '\\d{1,3}([.,]\\d{1,4})?', maxLength: 8 } as const;
  return (
    <details className="full" open={countNarrowing(narrowing) > 0}>
      <summary>{texts.narrow}</summary>
      <div className="stack">
        <CheckList
          label={texts.level}
          value={level.join(',')}
          problem={null}
          choices={levels}
          onChange={(value) =>
            onChange({ ...narrowing, level: LEVELS.filter((each) => severalOf(value).includes(each)) })
          }
        />
        {hasStates && (
          <CheckList
            label={texts.sheet}
            value={state.join(',')}
            problem={null}
            choices={states}
            onChange={(value) =>
              onChange({ ...narrowing, state: SHEET_STATES.filter((each) => severalOf(value).includes(each)) })
            }
          />
        )}
        <div className="spans">
          {spanNames.map((name) => {
            const span = spanOf(name);
            const change = (part: Partial<Span>) =>
              onChange({ ...narrowing, spans: { ...spans, [name]: { ...span, ...part } } });
            return (
              <fieldset key={name} className="span">
                <legend className="field-label">{texts.spans[name]}</legend>
                <TextField
                  {...end}
                  label={texts.least}
                  value={shownDisplay(span.min, language)}
                  onText={(min) => change({ min })}
                />
                <TextField
                  {...end}
                  label={texts.most}
                  value={shownDisplay(span.max, language)}
                  onText={(max) => change({ max })}
                />
              </fieldset>
            );
          })}
        </div>
      </div>
    </details>
  );
}

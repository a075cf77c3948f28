import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { shownDisplay } from '../../ui/shown.ts';
import type { Person } from '../open-document/person.ts';

type UnitResultProps = {
  readonly sheet: Pick<Sheet_SheetFragment, 'unitResult' | 'unitResultNow' | 'unitResultSheets'>;
  readonly title: string;
  readonly figure: number | null;
  readonly onPerson: (person: Person) => void;
};

/** Component d, and by name the sheets below 50 that halved it, each one click away. */
export function UnitResult({ sheet, title, figure, onPerson }: UnitResultProps) {
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  const { unitResult, unitResultNow, unitResultSheets } = sheet;
  const isOutdated = unitResult !== null && unitResultNow !== null && unitResult !== unitResultNow;
  return (
    <div className="stack">
      <p className="row spread">
        <span className="small">{title}</span>
        <strong>{figure === null ? texts.noUnitResult : texts.percent(String(figure))}</strong>
      </p>
      {isOutdated && (
        <p className="small quiet">
          {texts.unitResultNow(texts.percent(String(unitResult)), texts.percent(String(unitResultNow)))}
        </p>
      )}
      {unitResultSheets.length > 0 && (
        <>
          <p className="small">{texts.halvedBy}</p>
          <ul className="plain-list">
            {unitResultSheets.map(({ id, employee, score }) => (
              <li key={id} className="person-line">
                <Button kind="link" onClick={() => onPerson({ ...employee, title: employee.assignment?.title ?? '' })}>
                  {employee.name}
                </Button>
                <span className="row">
                  {shownDisplay(score?.display, language)} <LevelMark level={score?.level ?? null} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

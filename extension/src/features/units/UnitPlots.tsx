import { LEVELS } from '@congvu/schema/evaluation';
import { levelMarks } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { unitComparisonTexts } from '../../locales/unit-comparison-texts.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { shownFigure, shownPercent } from '../../ui/shown.ts';
import { Distribution } from '../plots/Distribution.tsx';
import { StackedBar } from '../plots/StackedBar.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import type { ComparedUnit } from './UnitsTable.tsx';
import { levelsOfUnit, withoutLevel } from './unit-levels.ts';

type UnitPlotsProps = {
  readonly units: readonly ComparedUnit[];
  /** Code of the unit whose spread is drawn; the first where it is none of them. */
  readonly spread: string;
  /** A month has one sheet a person; a year all of their months. */
  readonly isProvisional: boolean;
  readonly onSpread: (code: string) => void;
};

/** Levels of all the units beside each other, and the spread within one of them. */
export function UnitPlots({ units, spread, isProvisional, onSpread }: UnitPlotsProps) {
  const texts = useTexts(unitComparisonTexts);
  const language = useLanguage();
  const one = units.find(({ unit }) => unit.code === spread) ?? units[0];
  if (one === undefined) return null;
  const figure = (exact: string) => shownFigure(exact, language);
  return (
    <>
      <StackedBar
        title={texts.levelsOf}
        rowHeading={texts.unit}
        fillings={[...LEVELS, 'NONE']}
        whole={null}
        rows={units.map(({ unit, members, levels }) => ({
          key: unit.id,
          name: unit.shortName,
          parts: [
            ...levelsOfUnit(levels).map(({ level, count }) => ({ name: levelMarks[level], count })),
            { name: texts.notClassified, count: withoutLevel(members, levels) },
          ].map(({ name, count }) => ({ name, exact: String(count), text: String(count) })),
        }))}
      />
      <SheetPart title={texts.spread}>
        <div className="narrow">
          <SelectField
            label={texts.unit}
            value={one.unit.code}
            choices={units.map(({ unit }) => ({ value: unit.code, label: unit.name }))}
            onChoose={onSpread}
          />
        </div>
        {one.quartiles !== null && (
          <p>{texts.quartiles(figure(one.quartiles.q1), figure(one.quartiles.median), figure(one.quartiles.q3))}</p>
        )}
        <div className="columns">
          {(['quantity', 'quality', 'progress'] as const).map((name) => (
            <Distribution
              key={name}
              title={texts[name]}
              bins={one[name].map(({ count }) => count)}
              range={[0, 100]}
              quartiles={null}
              mean={null}
              counted={isProvisional ? 'people' : 'months'}
            />
          ))}
        </div>
        <GroupLevels unit={one} />
      </SheetPart>
    </>
  );
}

/** How many of each group of work have each level, with their share. */
function GroupLevels({ unit: { levels } }: { readonly unit: ComparedUnit }) {
  const texts = useTexts(unitComparisonTexts);
  const language = useLanguage();
  const groups = [...Map.groupBy(levels, ({ group }) => group.code)];
  if (groups.length === 0) return null;
  return (
    <table className="table figures">
      <caption>{texts.byGroup}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.group}</th>
          {LEVELS.map((level) => (
            <th key={level} scope="col">
              {levelMarks[level]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(([code, cells]) => (
          <tr key={code}>
            <th scope="row">{cells[0]?.group.name ?? '—'}</th>
            {LEVELS.map((level) => {
              const cell = cells.find((each) => each.level === level);
              return (
                <td key={level}>
                  {cell === undefined ? '0' : texts.share(cell.count, shownPercent(cell.share, language))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

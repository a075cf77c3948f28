import type { Level } from '@congvu/schema/evaluation';
import type { EVERY_RANKING_KEY } from '@congvu/schema/ranking';
import { levelMarks } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { shownPercent } from '../../ui/shown.ts';
import { may, useViewer } from '../session/viewer.ts';
import { FigureParts } from './FigureParts.tsx';
import { type ShownKey, shownKey } from './shown-keys.ts';

export type PlaceKey = (typeof EVERY_RANKING_KEY)[number];

export type PlaceRow = {
  readonly rank: number;
  readonly level: Level | null;
  /** Null with `resultPoints`: a year of a regime that knows no points. */
  readonly general: string | null;
  readonly resultPoints: string | null;
  readonly quantity: string | null;
  readonly quality: string | null;
  readonly progress: string | null;
  readonly employee: { readonly id: string; readonly code: string; readonly name: string };
  readonly assignment: { readonly title: string; readonly unit: { readonly shortName: string } };
  /** Every key that places are by, in their order. */
  readonly keys: readonly {
    readonly key: PlaceKey;
    /** Exact; null of a level, and where there is none. */
    readonly value: string | null;
    readonly text: string;
    /** This key put the row below the one before it. */
    readonly decides: boolean;
  }[];
  readonly years: readonly {
    readonly year: number;
    readonly level: Level | null;
    readonly notClassified: boolean;
  }[];
  readonly blocks: readonly { readonly text: string }[];
};

type PlaceLineProps = {
  readonly row: PlaceRow;
  readonly keys: readonly ShownKey[];
  /** Whether the levels of years have a column. */
  readonly hasYears: boolean;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
};

/** One person: a block keeps the place, and strikes the person from the choice alone. */
export function PlaceLine({ row, keys, hasYears, isChosen, onToggle }: PlaceLineProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const mayKnow = may(useViewer(), 'DISCIPLINE_READ');
  const isBlocked = row.blocks.length > 0;
  const { name } = row.employee;
  const keyOf = (key: ShownKey | 'LEVEL') => row.keys.find((each) => each.key === key);
  const { quantity, quality, progress } = row;
  return (
    <tr data-blocked={isBlocked}>
      <td>
        <input
          type="checkbox"
          aria-label={isBlocked ? texts.struck(name) : texts.choose(name)}
          checked={isChosen && !isBlocked}
          disabled={isBlocked}
          onChange={onToggle}
        />
      </td>
      <td className="number">{row.rank}</td>
      <th scope="row">
        <span className="name">{name}</span>
        <span className="small quiet post">
          {row.assignment.title} · {row.assignment.unit.shortName}
        </span>
      </th>
      <td>
        <LevelMark level={row.level} />
        {keyOf('LEVEL')?.decides && <Decides />}
      </td>
      {keys.map((key) => {
        const value = keyOf(key);
        return (
          <td key={key} className="number">
            <span className={value?.decides ? 'deciding' : undefined}>
              {value === undefined ? '—' : shownKey(value, language)}
            </span>
            {value?.decides && <Decides />}
          </td>
        );
      })}
      <td>
        {row.general === null || row.resultPoints === null ? (
          '—'
        ) : (
          <FigureParts general={row.general} result={row.resultPoints} />
        )}
        {quantity !== null && quality !== null && progress !== null && (
          <span className="small quiet post">
            {texts.components(
              shownPercent(quantity, language),
              shownPercent(quality, language),
              shownPercent(progress, language),
            )}
          </span>
        )}
      </td>
      {hasYears && (
        <td className="small">
          {row.years.length === 0
            ? '—'
            : row.years.map(({ year, level, notClassified }) => (
                <p key={year} className="year-mark">
                  {texts.yearMark(year, notClassified ? texts.notClassified : level === null ? '—' : levelMarks[level])}
                </p>
              ))}
        </td>
      )}
      <td className="small">
        {isBlocked
          ? row.blocks.map((block) => <p key={block.text}>{block.text}</p>)
          : mayKnow
            ? texts.none
            : texts.unknown}
      </td>
    </tr>
  );
}

function Decides() {
  return <span className="small quiet post">{useTexts(rankingTexts).decides}</span>;
}

import type { Level } from '@congvu/schema/evaluation';
import type { Certainty } from '@congvu/schema/scoring';
import { unitResultStateTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { unitComparisonTexts } from '../../locales/unit-comparison-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { alignedFigure, shownFigure } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { levelsOfUnit } from './unit-levels.ts';

/** Figures are exact texts; null where nobody is counted. */
export type ComparedUnit = {
  readonly unit: { readonly id: string; readonly code: string; readonly name: string; readonly shortName: string };
  readonly members: number;
  readonly levels: readonly {
    readonly group: { readonly code: string; readonly name: string };
    readonly level: Level;
    readonly count: number;
    /** A fraction of 1. */
    readonly share: string;
  }[];
  readonly quota: { readonly limit: number; readonly used: number; readonly left: number } | null;
  readonly result: {
    readonly level: Level | null;
    readonly total: string | null;
    readonly state: string | null;
  } | null;
  readonly mean: string | null;
  readonly resultMean: string | null;
  readonly general: string | null;
  readonly selfGap: string | null;
  readonly quartiles: { readonly q1: string; readonly median: string; readonly q3: string } | null;
  /** Tenths of what can be reached, lowest first. */
  readonly quantity: readonly Bin[];
  readonly quality: readonly Bin[];
  readonly progress: readonly Bin[];
  readonly delayCauses: readonly { readonly cause: DelayCause; readonly count: number }[];
  readonly workload: { readonly min: string; readonly median: string; readonly max: string } | null;
  readonly contradictions: readonly {
    readonly kind: string;
    readonly text: string;
    readonly source: { readonly certainty: Certainty };
  }[];
};
type Bin = { readonly count: number };
type DelayCause = 'CLAIMED' | 'CONFIRMED' | 'REFUSED' | 'NONE';

/** A unit a row; what contradicts itself is marked at the row's edge and said in words. */
export function UnitsTable({ units }: { readonly units: readonly ComparedUnit[] }) {
  const texts = useTexts(unitComparisonTexts);
  const language = useLanguage();
  const stateOf = (state: string) =>
    Object.entries(unitResultStateTexts).find(([name]) => name === state)?.[1][language] ?? state;
  const figure = (exact: string | null) => shownFigure(exact, language);
  return (
    <ScrollRegion label={texts.title}>
      <table className="table units">
        <thead>
          <tr>
            {Object.values(texts.columns).map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((each) => (
            <tr key={each.unit.id} data-late={each.contradictions.length > 0}>
              <th scope="row">{each.unit.shortName}</th>
              <td className="number">{each.members}</td>
              <td>
                {levelsOfUnit(each.levels)
                  .filter(({ count }) => count > 0)
                  .map(({ level, count }) => (
                    <span key={level} className="level-count">
                      <LevelMark level={level} /> {count}
                    </span>
                  ))}
              </td>
              <td className="small">{quotaText(each.quota, texts)}</td>
              <td>
                {each.result === null ? (
                  texts.noResult
                ) : (
                  <>
                    <LevelMark level={each.result.level} /> {figure(each.result.total)}
                    <span className="small quiet post">
                      {each.result.state === null ? '' : stateOf(each.result.state)}
                    </span>
                  </>
                )}
              </td>
              <td className="small">
                {each.mean === null
                  ? '—'
                  : texts.meanOf(figure(each.mean), figure(each.resultMean), figure(each.general))}
              </td>
              <td className="number">{alignedFigure(each.selfGap, language)}</td>
              <td className="small">
                {each.delayCauses.length === 0
                  ? texts.noDelays
                  : each.delayCauses.map(({ cause, count }) => (
                      <p key={cause}>{texts.delay(texts.causes[cause], count)}</p>
                    ))}
              </td>
              <td className="small">
                {each.workload === null
                  ? '—'
                  : texts.workloadOf(
                      figure(each.workload.median),
                      figure(each.workload.min),
                      figure(each.workload.max),
                    )}
              </td>
              <td className="small">
                {each.contradictions.length === 0
                  ? texts.none
                  : each.contradictions.map(({ kind, text, source }) => (
                      <p key={kind}>
                        <span aria-hidden="true">⚠ </span>
                        {text} <CertaintyMark certainty={source.certainty} />
                      </p>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type QuotaTexts = Pick<(typeof unitComparisonTexts)['vi'], 'noQuota' | 'noPlace' | 'above' | 'quota'>;

/** A share of too few comes to no place at all: "0/0" would say nothing. */
function quotaText(quota: ComparedUnit['quota'], texts: QuotaTexts): string {
  if (quota === null) return texts.noQuota;
  const { used, limit, left } = quota;
  if (used > limit) return texts.above(used, limit);
  return limit === 0 ? texts.noPlace : texts.quota(used, limit, left);
}

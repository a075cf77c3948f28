import { levelMarks } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { PeriodPlot } from '../../ui/PeriodPlot.tsx';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { PeriodHistoryFragment } from './record.operations.ts';

/** Eight periods as a small plot, oldest first; the same in words for who cannot see it. */
export function PeriodHistory({ employee }: { readonly employee: FragmentType<typeof PeriodHistoryFragment> }) {
  const { periodSheets } = readFragment(PeriodHistoryFragment, employee);
  const texts = useTexts(recordTexts);
  const mark = useLanguage() === 'vi' ? ',' : '.';
  const points = nodesOf(periodSheets)
    .map(({ id, period, score }) => ({
      // Who changed unit within a month has two sheets in it.
      key: id,
      label: toShortPeriod(period),
      value: score?.total ? toLength(score.total) : null,
      text: score?.display
        ? [score.display.replace('.', mark), score.level && levelMarks[score.level]].filter(Boolean).join(' ')
        : texts.noScore,
    }))
    .reverse();
  if (points.length === 0) return <p>{texts.noPeriods}</p>;
  const summary = texts.plot(points.map((point) => `${point.label} ${point.text}`).join('; '));
  return (
    <>
      <PeriodPlot points={points} summary={summary} />
      <details>
        <summary className="small">{texts.form01s}</summary>
        <ul className="plain-list">
          {nodesOf(periodSheets).map(({ id, period, unit }) => (
            <li key={id} className="person-line">
              <span className="small">
                {toShortPeriod(period)} · {unit.shortName}
              </span>
              <DownloadButton path={`/files/form-01/${id}.docx`}>{texts.form01(toShortPeriod(period))}</DownloadButton>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** "2026-10" → "10/26"; quarters and years as they are. */
export function toShortPeriod(period: string): string {
  const [, year, month] = /^\d\d(\d\d)-(\d\d)$/.exec(period) ?? [];
  return year === undefined || month === undefined ? period : `${month}/${year}`;
}

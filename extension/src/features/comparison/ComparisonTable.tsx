import type { Level } from '@congvu/schema/evaluation';
import { levelMarks } from '@congvu/schema/texts';
import type { ReactNode } from 'react';
import { comparisonTexts } from '../../locales/comparison-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownFigure, shownPercent } from '../../ui/shown.ts';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { may, useViewer } from '../session/viewer.ts';

/** Exact texts, and whole points of what leaders are given; null: not of this person. */
export type ComparedComponents = Readonly<
  Record<'total' | 'result' | 'general' | 'quantity' | 'quality' | 'progress', string | null>
> &
  Readonly<Record<'unitResult' | 'organising' | 'cohesion', number | null>>;

export type ComparedPerson = {
  readonly employee: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly assignment: { readonly title: string; readonly unit: { readonly shortName: string } } | null;
  };
  readonly level: Level | null;
  readonly components: ComparedComponents | null;
  readonly years: readonly { readonly year: number; readonly level: Level | null; readonly notClassified: boolean }[];
  readonly titles: readonly { readonly title: string; readonly year: number | null; readonly decidedOn: string }[];
  /** Null where inspections are not the viewer's to see. */
  readonly findings: { readonly open: number; readonly closed: number } | null;
  readonly blocks: readonly { readonly text: string }[];
  /** Oldest first; exact texts in converted units. */
  readonly workload: readonly {
    readonly period: string;
    readonly assigned: string;
    readonly done: string;
    readonly late: string;
  }[];
};

type ComparisonTableProps = {
  readonly people: readonly ComparedPerson[];
  /** A month’s level is provisional, a year’s is decided. */
  readonly isProvisional: boolean;
  /** Figures are left out: the people are of different groups. */
  readonly byLevel: boolean;
};

const figures = [
  'result',
  'general',
  'quantity',
  'quality',
  'progress',
  'unitResult',
  'organising',
  'cohesion',
] as const;

/** Fractions of what can be reached; the others are points. */
const shares = ['quantity', 'quality', 'progress'] as const;

/** A person a column, a matter a row; a row that nobody has anything in is left out. */
export function ComparisonTable({ people, isProvisional, byLevel }: ComparisonTableProps) {
  const texts = useTexts(comparisonTexts);
  const language = useLanguage();
  const mayKnow = may(useViewer(), 'DISCIPLINE_READ');
  const percent = (share: string | null) => (share === null ? '—' : `${shownPercent(share, language)} %`);
  const periods = [...new Set(people.flatMap(({ workload }) => workload.map(({ period }) => period)))].toSorted();
  const rows: readonly (readonly [string, (person: ComparedPerson) => ReactNode] | null)[] = [
    [
      texts.level,
      ({ level }) => (
        <>
          <LevelMark level={level} />
          {/* No level is neither provisional nor decided. */}
          {level !== null && (
            <span className="small quiet post">{isProvisional ? texts.provisional : texts.decided}</span>
          )}
        </>
      ),
    ],
    byLevel ? null : [texts.total, ({ components }) => <strong>{shownFigure(components?.total, language)}</strong>],
    ...(byLevel ? [] : figures)
      .filter((name) => people.some(({ components }) => components?.[name] != null))
      .map(
        (name) =>
          [
            texts[name],
            ({ components }: ComparedPerson) => {
              const value = components?.[name] ?? null;
              if (typeof value === 'number') return value;
              return shares.some((each) => each === name) ? percent(value) : shownFigure(value, language);
            },
          ] as const,
      ),
    [
      texts.levels,
      ({ years }) =>
        years.length === 0
          ? '—'
          : years.map(({ year, level, notClassified }) => (
              <p key={year}>
                {texts.yearLine(year, notClassified ? texts.notClassified : level === null ? '—' : levelMarks[level])}
              </p>
            )),
    ],
    [
      texts.titles,
      ({ titles }) =>
        titles.length === 0
          ? texts.noTitles
          : titles.map(({ title, year, decidedOn }) => (
              <p key={`${title} ${decidedOn}`}>{[title, year].filter(Boolean).join(' · ')}</p>
            )),
    ],
    [
      texts.findings,
      ({ findings }) => (findings === null ? texts.unknown : texts.findingsOf(findings.open, findings.closed)),
    ],
    [
      texts.blocks,
      ({ blocks }) =>
        blocks.length > 0
          ? blocks.map(({ text }) => (
              <p key={text} className="late">
                {text}
              </p>
            ))
          : mayKnow
            ? texts.noBlocks
            : texts.unknown,
    ],
  ];
  return (
    <ScrollRegion label={texts.title}>
      <table className="table comparison">
        <thead>
          <tr>
            <th scope="col">{texts.criterion}</th>
            {people.map(({ employee }) => (
              <th key={employee.id} scope="col">
                <PersonCell
                  name={employee.name}
                  more={[employee.code, employee.assignment?.title, employee.assignment?.unit.shortName]}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            if (row === null) return null;
            const [heading, cell] = row;
            return (
              <tr key={heading}>
                <th scope="row">{heading}</th>
                {people.map((person) => (
                  <td key={person.employee.id}>{cell(person)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
        {periods.length > 0 && (
          <tbody>
            <tr className="row-group">
              <th scope="rowgroup" colSpan={people.length + 1}>
                {texts.workload}
              </th>
            </tr>
            {periods.map((period) => (
              <tr key={period}>
                <th scope="row">{periodSentence(period, language)}</th>
                {people.map(({ employee, workload }) => {
                  const month = workload.find((each) => each.period === period);
                  return (
                    <td key={employee.id}>
                      {month === undefined
                        ? '—'
                        : texts.workloadOf(
                            shownFigure(month.assigned, language),
                            shownFigure(month.done, language),
                            shownFigure(month.late, language),
                          )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </ScrollRegion>
  );
}

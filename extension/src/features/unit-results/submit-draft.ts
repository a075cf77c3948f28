import type { Level } from '@congvu/schema/evaluation';
import { builtInRuleSets } from '@congvu/schema/rulesets';
import type { SubmitUnitResultInput, UnitResultView_ResultFragment } from '../../../generated/graphql.ts';
import type { Language } from '../../locales/language.ts';
import { parseExact } from '../../ui/exact-number.ts';
import { toDecimal } from '../scoring/sheet-draft.ts';

/** What is asked for one group of general criteria or one result item. */
export type PointLine = { readonly code: string; readonly name: string };
export type PointLines = { readonly general: readonly PointLine[]; readonly items: readonly PointLine[] };

/** What is typed; the points by the line's code. */
export type SubmitDraft = {
  readonly points: Readonly<Record<string, string>>;
  readonly tasksTotal: string;
  readonly tasksDone: string;
  readonly tasksLate: string;
  readonly tasksBeyond: string;
  readonly qualityMet: boolean;
  readonly defectsRemedied: boolean;
  readonly personnelWrongdoing: boolean;
  readonly complaints: string;
  readonly forceMajeure: string;
  readonly selfLevel: Level | '';
};

/**
 * The lines of the result that is there, by its own rule set. Before there is one the decree's own: an office that
 * split its points otherwise meets its own lines once the first result is kept.
 */
export function linesOf(result: UnitResultView_ResultFragment | null, language: Language): PointLines {
  if (result !== null) {
    const named = ({ code, name }: { readonly code: string; readonly name: string | null }) => ({
      code,
      name: name ?? code,
    });
    return { general: result.general.map(named), items: result.items.map(named) };
  }
  const decree = builtInRuleSets.find('ND335-2025/ORGANISATION');
  if (decree?.kind !== 'ORGANISATION') return { general: [], items: [] };
  const named = ({ code, name }: { readonly code: string; readonly name: Readonly<Record<Language, string>> }) => ({
    code,
    name: name[language],
  });
  return { general: decree.groups.map(named), items: decree.items.map(named) };
}

/** Starts from what the unit sent before. */
export function startSubmit(result: UnitResultView_ResultFragment | null, decimalMark: string): SubmitDraft {
  const typed = (points: string | null) => (points === null ? '' : toDecimal(points).replace('.', decimalMark));
  const lines = result === null ? [] : [...result.general, ...result.items];
  return {
    points: Object.fromEntries(lines.map(({ code, points }) => [code, typed(points)])),
    tasksTotal: result === null ? '' : String(result.tasksTotal),
    tasksDone: result === null ? '' : String(result.tasksDone),
    tasksLate: String(result?.tasksLate ?? 0),
    tasksBeyond: String(result?.tasksBeyond ?? 0),
    qualityMet: result?.qualityMet ?? true,
    defectsRemedied: result?.defectsRemedied ?? true,
    personnelWrongdoing: result?.personnelWrongdoing ?? false,
    complaints: result?.complaints ?? '',
    forceMajeure: result?.forceMajeure ?? '',
    selfLevel: result?.selfLevel ?? '',
  };
}

type Points = Pick<SubmitUnitResultInput, 'general' | 'items'>;

/** The points to send; null where one is no number, or a group has none. An item left empty does not apply. */
export function toPoints(lines: PointLines, draft: SubmitDraft): Points | null {
  const read = (code: string) => {
    const text = (draft.points[code] ?? '').trim();
    return text === '' ? null : parseExact(text);
  };
  const isWrong = ({ code }: PointLine) => (draft.points[code] ?? '').trim() !== '' && read(code) === null;
  if ([...lines.general, ...lines.items].some(isWrong)) return null;
  const general = lines.general.flatMap(({ code }) => {
    const points = read(code);
    return points === null ? [] : [{ group: code, points }];
  });
  if (general.length !== lines.general.length) return null;
  return { general, items: lines.items.map(({ code }) => ({ item: code, points: read(code) })) };
}

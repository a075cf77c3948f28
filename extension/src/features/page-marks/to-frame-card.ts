import type { PersonCardQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import type { FrameCard, FrameMark } from '../../messaging/overlay-messages.ts';

/** The card of a person whose mark the frame already shows; null where the person is out of sight by now. */
export function toFrameCard(mark: FrameMark, answer: PersonCardQuery): FrameCard | null {
  const person = answer.node;
  if (person?.__typename !== 'Employee') return null;
  if (mark.isRestricted) return restrictedCard(mark, person.code);
  const sheets = nodesOf(person.periodSheets);
  // The newest comes first.
  const confirmed = sheets.find(({ confirmedBy }) => confirmedBy !== null);
  return {
    mark,
    code: person.code,
    tasks: { ...person.taskCounts },
    periods: sheets
      .map(({ period, score }) => ({
        period,
        display: score?.display ?? null,
        value: score?.total ? toNumber(score.total) : null,
        level: score?.level ?? null,
        provisional: score?.provisional ?? true,
      }))
      .reverse(),
    scoredBy: confirmed?.confirmedBy ? { name: confirmed.confirmedBy, period: confirmed.period } : null,
    commendations:
      person.commendations === null
        ? null
        : nodesOf(person.commendations).map(({ title, decidedOn }) => ({ title, decidedOn })),
    disciplines:
      person.disciplineDecisions === null
        ? null
        : nodesOf(person.disciplineDecisions)
            .filter(({ active }) => active)
            .map(({ form, effectiveTo }) => ({ form, until: effectiveTo })),
    blocks: person.blocks === null ? null : person.blocks.map(({ kind, until }) => ({ kind, until })),
    findings: person.findings === null ? null : countFindings(nodesOf(person.findings)),
    upheldFeedback:
      person.feedback === null
        ? null
        : nodesOf(person.feedback).filter(({ outcome }) => outcome === 'UPHELD' || outcome === 'PARTLY_UPHELD').length,
  };
}

/** The card of somebody whose data are held back from pages: the name, and that it is so. The side panel is no page. */
function restrictedCard(mark: FrameMark, code: string): FrameCard {
  return {
    mark,
    code,
    tasks: { open: 0, done: 0, late: 0, notDone: 0 },
    periods: [],
    scoredBy: null,
    commendations: null,
    disciplines: null,
    blocks: null,
    findings: null,
    upheldFeedback: null,
  };
}

function countFindings(findings: readonly { readonly positive: boolean; readonly open: boolean }[]) {
  return {
    open: findings.filter(({ open }) => open).length,
    good: findings.filter(({ positive }) => positive).length,
  };
}

/** An exact text as a height in a plot, where a rounding is harmless. */
function toNumber(exact: string): number {
  const [top = '0', bottom = '1'] = exact.split('/');
  return Number(top) / Number(bottom);
}

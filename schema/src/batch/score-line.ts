import { toText } from '../primitives/rational.ts';
import { LEADER_COMPONENTS, TASK_COMPONENTS } from '../scoring/component.ts';
import type { ExplanationLine, PeriodScore } from '../scoring/period-score.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import { answerLine, type BatchOptions } from './answer-line.ts';
import { readScoreLine } from './score-line-input.ts';

/**
 * One line of `congvu score`: JSON in, JSON out, by contract.md. Never throws on what a line holds; a bad line answers
 * with its error. The text is one line without its end.
 */
export function answerScoreLine(sourceText: string, options: BatchOptions = {}): string {
  return answerLine(sourceText, options, (line) => {
    const { ruleSet, input } = readScoreLine(line);
    return toAnswer(scorePeriod(ruleSet, input));
  });
}

/** The members of an answer after its id, in the order of contract.md. */
function toAnswer(score: PeriodScore): object {
  if (score.state === 'INSUFFICIENT_DATA') return { state: score.state, extraUnits: toText(score.extraUnits) };
  const leader = LEADER_COMPONENTS.flatMap((component) => {
    const value = score[component];
    return value === null ? [] : [[component, toText(value)] as const];
  });
  const { raw } = score;
  return {
    state: score.state,
    ...Object.fromEntries(TASK_COMPONENTS.map((component) => [component, toText(score[component])])),
    ...Object.fromEntries(leader),
    raw: Object.fromEntries(TASK_COMPONENTS.map((component) => [component, toText(raw[component])])),
    extraUnits: toText(score.extraUnits),
    resultPoints: toText(score.resultPoints),
    total: toText(score.total),
    display: score.display,
    level: score.level,
    explanation: score.explanation.map(toExplanation),
  };
}

function toExplanation(line: ExplanationLine): object {
  const { instrument, clause, effectiveFrom, effectiveTo, url, certainty } = line.source;
  return {
    step: line.step,
    rule: line.rule,
    source: { instrument, clause, effectiveFrom, effectiveTo, url, certainty },
    value: toText(line.value),
    points: toText(line.points),
    items: line.items.map((item) => ({ index: item.index, value: toText(item.value) })),
  };
}

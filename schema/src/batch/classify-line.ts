import type { ClassifiedAgency, ClassifiedPerson, TraceLine } from '../classification/agency-year.ts';
import { classifyAgency } from '../classification/classify-agency.ts';
import { toText } from '../primitives/rational.ts';
import { answerLine, type BatchOptions } from './answer-line.ts';
import { readClassifyLine } from './classify-line-input.ts';

/**
 * One line of `congvu classify`: one agency's year in, its proposed levels out, by contract.md. Never throws on what a line
 * holds; a bad line answers with its error. The text is one line without its end.
 */
export function answerClassifyLine(sourceText: string, options: BatchOptions = {}): string {
  return answerLine(sourceText, options, (line) => {
    const { rules, agency } = readClassifyLine(line);
    return toAnswer(classifyAgency(rules, agency));
  });
}

/** The members of an answer after its id, in the order of contract.md. */
function toAnswer({ quota, people }: ClassifiedAgency): object {
  const { pool, limit, groups } = quota;
  return { quota: { pool, limit, groups: Object.fromEntries(groups) }, people: people.map(toPerson) };
}

function toPerson({ code, mean, scoreLevel, level, flags, trace }: ClassifiedPerson): object {
  return { code, mean: mean === null ? null : toText(mean), scoreLevel, level, flags, trace: trace.map(toTrace) };
}

function toTrace({ step, rule, source, before, after }: TraceLine): object {
  const { instrument, clause, effectiveFrom, effectiveTo, url, certainty } = source;
  return { step, rule, source: { instrument, clause, effectiveFrom, effectiveTo, url, certainty }, before, after };
}

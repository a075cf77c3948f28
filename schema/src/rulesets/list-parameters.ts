import type { Parameter } from '../scoring/rule-set.ts';
import { toPlain } from './bounds.ts';
import { itemPointsText } from './derive-organisation.ts';
import { organisationParameters, organisationValueOf } from './organisation-parameters.ts';
import type { AnyRuleSet } from './registry.ts';
import { type YearParameter, type YearValue, yearParameters, yearValueOf } from './year-parameters.ts';

/**
 * Every parameter of a rule set as a person reads it: its name, choices, the value that holds ("default"), text and source.
 * Those of scoring first, then the year's. None for a regime of which only levels are known.
 */
export function listParameters(ruleSet: AnyRuleSet): readonly Parameter[] {
  switch (ruleSet.kind) {
    case 'PERSON':
      return [...ruleSet.parameters, ...toParameters(yearParameters, (name) => yearValueOf(ruleSet.year, name))];
    case 'ORGANISATION':
      return [
        {
          name: 'items',
          choices: [],
          default: itemPointsText(ruleSet),
          text: {
            vi: 'Điểm của tám nội dung kết quả, tổng bằng 70',
            en: 'Points of the eight items of the results, with the sum 70',
          },
          source: ruleSet.resultMaximum.source,
        },
        ...toParameters(organisationParameters, (name) => organisationValueOf(ruleSet, name)),
      ];
    case 'LEVELS':
    case 'HISTORY': {
      const { year } = ruleSet;
      return year === null ? [] : toParameters(yearParameters, (name) => yearValueOf(year, name));
    }
    default:
      return ruleSet satisfies never;
  }
}

function toParameters(parameters: readonly YearParameter[], read: (name: string) => YearValue): readonly Parameter[] {
  return parameters.map(({ name, choices, text }) => {
    const { value, source } = read(name);
    // "null" is a value here: the law sets no limit.
    return { name, choices, default: toPlain(value), text, source };
  });
}

import { listRuleSets } from '@congvu/schema/rulesets';
import type { Command, Terminal } from './command.ts';

export const command: Command = {
  usage: '[--json] [--lang vi|en]',
  options: {},
  help: {
    vi: `Liệt kê các bộ quy tắc mà congvu score nhận trong "ruleSet", hiệu lực, và các "parameters" của từng bộ.
--json: mỗi bộ một dòng JSON.`,
    en: `Lists the rule sets that congvu score takes as "ruleSet", when they are in force, and the "parameters" of each.
--json: one line of JSON for each.`,
  },
  run: async (_input, terminal) => {
    for (const ruleSet of listRuleSets()) for (const line of describe(ruleSet, terminal)) terminal.print(line);
    return 0;
  },
};

type RuleSet = ReturnType<typeof listRuleSets>[number];

function describe(ruleSet: RuleSet, { isJson, locale }: Terminal): readonly string[] {
  const { code, version, effectiveFrom, effectiveTo } = ruleSet;
  if (isJson) {
    const parameters = ruleSet.parameters.map(({ name, choices, default: standard, text, source }) => {
      return { name, choices, default: standard, text: text[locale], source };
    });
    const name = ruleSet.name[locale];
    return [JSON.stringify({ code, version, name, effectiveFrom, effectiveTo, sources: ruleSet.sources, parameters })];
  }
  const required = locale === 'vi' ? 'bắt buộc phải có' : 'must be given';
  return [
    `${code}  v${version}  ${effectiveFrom} – ${effectiveTo ?? ''}`.trimEnd(),
    `  ${ruleSet.name[locale]}`,
    ...ruleSet.parameters.map(({ name, choices, default: standard, text }) => {
      const values = choices.length > 0 ? `${choices.join(' | ')}; ` : '';
      return `  ${name}: ${text[locale]} (${values}${standard === null ? required : `= ${standard}`})`;
    }),
  ];
}

import { type AnyRuleSet, builtInRuleSets, listParameters } from '@congvu/schema/rulesets';
import type { Parameter } from '@congvu/schema/scoring';
import { certaintyTexts, citation, type Locale } from '@congvu/schema/texts';
import type { Command, Terminal } from './command.ts';

export const command: Command = {
  usage: '[--json] [--lang vi|en]',
  options: {},
  help: {
    vi: `Liệt kê các bộ quy tắc, hiệu lực, và các tham số của từng bộ cùng nguồn và mức độ xác nhận.
Bộ loại PERSON là bộ mà congvu score nhận trong "ruleSet"; "parameters" của nó là những gì congvu score nhận.
"values" là những giá trị mà quy chế riêng của cơ quan có thể chọn trong khuôn khổ pháp luật.
LEVELS: chỉ biết các mức và điều kiện; HISTORY: chỉ có mức xếp loại; ORGANISATION: tổ chức.
--json: mỗi bộ một dòng JSON.`,
    en: `Lists the rule sets, when they are in force, and the parameters of each with source and certainty.
Those of kind PERSON are what congvu score takes as "ruleSet"; their "parameters" are what congvu score takes as such.
"values" are what an office's own rule set may choose within the law.
LEVELS: only levels and their conditions are known; HISTORY: levels alone; ORGANISATION: organisations.
--json: one line of JSON for each.`,
  },
  run: async (_input, terminal) => {
    for (const ruleSet of builtInRuleSets.list()) for (const line of describe(ruleSet, terminal)) terminal.print(line);
    return 0;
  },
};

function describe(ruleSet: AnyRuleSet, { isJson, locale }: Terminal): readonly string[] {
  const { kind, code, version, effectiveFrom, effectiveTo, sources } = ruleSet;
  const parameters = kind === 'PERSON' ? ruleSet.parameters : [];
  const values = listParameters(ruleSet).slice(parameters.length);
  const name = ruleSet.name[locale];
  if (isJson) {
    const toPlain = (parameter: Parameter) => ({ ...parameter, text: parameter.text[locale] });
    return [
      JSON.stringify({
        ...{ code, version, kind, name, effectiveFrom, effectiveTo, sources },
        parameters: parameters.map(toPlain),
        values: values.map(toPlain),
      }),
    ];
  }
  return [
    `${code}  v${version}  ${kind}  ${effectiveFrom} – ${effectiveTo ?? ''}`.trimEnd(),
    `  ${name}`,
    ...[...parameters, ...values].flatMap((parameter) => toLines(parameter, locale)),
  ];
}

function toLines({ name, choices, default: value, text, source }: Parameter, locale: Locale): readonly string[] {
  const missing = locale === 'vi' ? 'bắt buộc phải có' : 'must be given';
  const allowed = choices.length > 0 ? `${choices.join(' | ')}; ` : '';
  return [
    `  ${name}: ${text[locale]} (${allowed}${value === null ? missing : `= ${value}`})`,
    `    ${citation(source, locale)} · ${certaintyTexts[source.certainty][locale]}`,
  ];
}

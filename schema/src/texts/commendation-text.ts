import type { Level } from '../evaluation/evaluation.ts';
import type { Locale } from '../primitives/locale.ts';
import { multiply, parseRational, whole } from '../primitives/rational.ts';
import type { Condition, MissingCondition } from '../registers/registers.ts';
import { disciplineFormTexts } from './classification-terms.ts';
import { toDisplayIn } from './number-text.ts';
import { influenceTexts } from './register-texts.ts';
import { levelTexts } from './term-texts.ts';
import { titleName } from './title-name.ts';

const words = {
  or: { vi: ' hoặc ', en: ' or ' },
  and: { vi: ' và ', en: ' and ' },
} as const;

/** What a condition asks for, as a sentence without its full stop. */
export function conditionText(condition: Condition, locale: Locale): string {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const levels = (all: readonly Level[]) => all.map((level) => levelTexts[level][locale]).join(words.or[locale]);
  const title = (code: string) => titleName(code)[locale];
  switch (condition.kind) {
    case 'LEVEL':
      return say(`Xếp loại ${levels(condition.levels)}`, `Level: ${levels(condition.levels)}`);
    case 'LEVEL_OR_INITIATIVE':
      return say(
        `Xếp loại ${levels(condition.levels)}, hoặc có sáng kiến trong năm được công nhận và áp dụng`,
        `Level: ${levels(condition.levels)}, or an initiative of the year recognised and applied`,
      );
    case 'LEVEL_AND_INITIATIVE':
      return say(
        `Xếp loại ${levels(condition.levels)}, đồng thời có sáng kiến trong năm được công nhận và áp dụng`,
        `Level: ${levels(condition.levels)}, and an initiative of the year recognised and applied`,
      );
    case 'TITLE':
      return say(
        `Có ${condition.years} năm liên tục đạt “${title(condition.code)}”`,
        `"${title(condition.code)}" in ${condition.years} years in a row`,
      );
    case 'TITLE_SAME_YEAR':
      return say(`Đạt “${title(condition.code)}” trong năm`, `"${title(condition.code)}" of the same year`);
    case 'TITLE_BEFORE':
      return say(`Đã được tặng “${title(condition.code)}”`, `"${title(condition.code)}" in an earlier year`);
    case 'INITIATIVE':
      return say(
        `Có ${condition.count} sáng kiến được công nhận, ${lower(influenceTexts[condition.influence].vi)}, trong ${condition.years} năm`,
        `${condition.count} initiative(s) recognised in ${condition.years} year(s), of influence ${lower(influenceTexts[condition.influence].en)}`,
      );
    case 'LEVEL_YEARS':
      return say(
        `Có ${condition.years} năm liên tục xếp loại ${levels(condition.levels)}`,
        `${condition.years} years in a row: ${levels(condition.levels)}`,
      );
    case 'MEMBERS_LEVEL':
      return say(
        `Mọi cá nhân xếp loại ${levels(condition.levels)}`,
        `Every member's level: ${levels(condition.levels)}`,
      );
    case 'MEMBERS_TITLE':
      return membersTitleText(condition, title(condition.code), locale);
    case 'HAS_MEMBER':
      return say(`Có cá nhân đạt “${title(condition.code)}”`, `A member with "${title(condition.code)}"`);
    case 'NO_MEMBER_DISCIPLINED':
      return say(
        `Không có cá nhân bị kỷ luật từ ${lower(disciplineFormTexts[condition.form].vi)} trở lên`,
        `No member disciplined by ${lower(disciplineFormTexts[condition.form].en)} or heavier`,
      );
    case 'NOT_HELD':
      return say('Không bị tạm dừng xét khen thưởng', 'Not held back');
    case 'TO_CONFIRM':
      return condition.text[locale];
    case 'ANY_OF':
      return condition.alternatives
        .map((all) => all.map((each) => conditionText(each, locale)).join(words.and[locale]))
        .join(say('; hoặc ', '; or '));
  }
}

/** What there is instead of what a condition asks for: "hiện có: Hoàn thành tốt nhiệm vụ". */
export function foundText({ condition, found }: MissingCondition, locale: Locale): string {
  if (Object.hasOwn(levelTexts, found)) return levelTexts[found as Level][locale];
  if (Object.hasOwn(disciplineFormTexts, found))
    return disciplineFormTexts[found as keyof typeof disciplineFormTexts][locale];
  if (isOfMembers(condition) && found.endsWith('/0'))
    return locale === 'vi' ? 'Tập thể chưa có ai để xét' : 'Nobody to count in it';
  if (found !== '') return found;
  if (condition.kind === 'NOT_HELD') return locale === 'vi' ? 'Đang tạm dừng xét' : 'Held back';
  return locale === 'vi' ? 'Chưa có' : 'None yet';
}

/** A share of members: of a collective without members "0/0" would say nothing. */
function isOfMembers({ kind }: Condition): boolean {
  return kind === 'MEMBERS_TITLE' || kind === 'MEMBERS_LEVEL';
}

/** "Thiếu: …; hiện có: …" of one missing condition, as a refusal lists it. */
export function missingConditionText(missing: MissingCondition, locale: Locale): string {
  const needed = conditionText(missing.condition, locale);
  return locale === 'vi'
    ? `${needed} (hiện có: ${lower(foundText(missing, 'vi'))})`
    : `${needed} (found: ${lower(foundText(missing, 'en'))})`;
}

function membersTitleText(
  { moreThan, atLeast }: { readonly moreThan: string | null; readonly atLeast: string | null },
  name: string,
  locale: Locale,
): string {
  const percent = (text: string) => {
    const share = parseRational(text);
    return share.ok ? `${toDisplayIn(multiply(share.value, whole(100)), locale)} %` : text;
  };
  const share =
    moreThan !== null
      ? `${locale === 'vi' ? 'Trên' : 'More than'} ${percent(moreThan)}`
      : `${locale === 'vi' ? 'Ít nhất' : 'At least'} ${percent(atLeast ?? '0')}`;
  return locale === 'vi' ? `${share} cá nhân đạt “${name}”` : `${share} of the members with "${name}"`;
}

/** The first letter small, for use inside a sentence. */
function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

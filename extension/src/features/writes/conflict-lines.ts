import {
  classificationStateTexts,
  levelTexts,
  objectiveCauseTexts,
  sheetStateTexts,
  taskEventTexts,
  taskOutcomeTexts,
  unitResultStateTexts,
} from '@congvu/schema/texts';
import type { CurrentRecordQuery } from '../../../generated/graphql.ts';
import type { Language } from '../../locales/language.ts';
import { queueTexts } from '../../locales/queue-texts.ts';
import { shownDate } from '../../ui/shown.ts';

type Input = Readonly<Record<string, unknown>>;

/** Inputs that name a record rather than say what to do with it. The first that is there is put beside the write. */
const addresses = ['task', 'sheet', 'classification', 'unitResult', 'event', 'cause'] as const;
const unshown = new Set<string>([...addresses, 'idempotencyKey', 'revision']);

/** The fields a write sends, from what is kept of it. */
export function inputOf(variables: Input): Input {
  return typeof variables.input === 'object' && variables.input !== null ? { ...variables.input } : {};
}

/** The record that the write would have changed; null where it names none. */
export function recordIdOf(input: Input): string | null {
  const id = addresses.map((name) => input[name]).find((value) => typeof value === 'string');
  return typeof id === 'string' ? id : null;
}

/** What the person wrote, a line a field. */
export function ownLines(input: Input, language: Language): readonly string[] {
  return Object.entries(input).flatMap(([name, value]) => {
    if (unshown.has(name) || value === null || value === undefined || typeof value === 'boolean') return [];
    if (Array.isArray(value)) return value.map((entry: unknown) => rowText(entry, language));
    const names: Readonly<Record<string, string>> = queueTexts[language].fields;
    const field = Object.hasOwn(names, name) ? `${names[name]}: ` : '';
    return [`${field}${wordOf(String(value), language)}`];
  });
}

/** What stands on the server, a line a field. */
export function currentLines(node: NonNullable<CurrentRecordQuery['node']>, language: Language): readonly string[] {
  const { fields } = queueTexts[language];
  const level = (value: keyof typeof levelTexts | null) => (value === null ? '—' : levelTexts[value][language]);
  switch (node.__typename) {
    case 'Task':
      return [
        `${fields.title}: ${node.title}`,
        `${fields.outcome}: ${taskOutcomeTexts[node.outcome][language]}`,
        `${fields.deadline}: ${shownDate(node.deadline)}`,
        `${fields.errors}: ${node.errors}`,
        `${fields.delays}: ${node.delays}`,
      ];
    case 'TaskEvent':
      return [
        `${taskEventTexts[node.kind][language]} · ${shownDate(node.occurredOn)}`,
        ...(node.note ? [node.note] : []),
      ];
    case 'ObjectiveCause':
      return [`${fields.state}: ${objectiveCauseTexts[node.causeState][language]}`, `${fields.reason}: ${node.reason}`];
    case 'PeriodSheet':
      return [
        `${fields.state}: ${sheetStateTexts[node.state][language]}`,
        ...node.criteria.map(
          ({ code, selfPoints, confirmedPoints }) => `${code}: ${pointsOf(confirmedPoints ?? selfPoints, language)}`,
        ),
      ];
    case 'Classification':
      return [
        `${fields.state}: ${classificationStateTexts[node.classificationState][language]}`,
        `${fields.level}: ${level(node.proposedLevel)}`,
      ];
    case 'UnitResult':
      return [
        `${fields.state}: ${unitResultStateTexts[node.unitResultState][language]}`,
        `${fields.level}: ${level(node.decidedLevel ?? node.selfLevel)}`,
      ];
    default:
      return [];
  }
}

function rowText(entry: unknown, language: Language): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  const { code, points, level } = entry as {
    readonly code?: unknown;
    readonly points?: unknown;
    readonly level?: unknown;
  };
  return [code, points ?? level]
    .flatMap((part) => (part ? [pointsOf(wordOf(String(part), language), language)] : []))
    .join(': ');
}

/** Words of closed lists and dates as people read them; anything else as it was typed. */
function wordOf(value: string, language: Language): string {
  const lists: readonly Readonly<Record<string, Readonly<Record<Language, string>>>>[] = [
    taskOutcomeTexts,
    levelTexts,
    taskEventTexts,
  ];
  const list = lists.find((texts) => Object.hasOwn(texts, value));
  return list?.[value]?.[language] ?? shownDate(value);
}

function pointsOf(text: string | null, language: Language): string {
  if (text === null) return '—';
  return language === 'vi' && /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}

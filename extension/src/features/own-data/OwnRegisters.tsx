import {
  disciplineFormTexts,
  findingTopicTexts,
  initiativeStateTexts,
  levelTexts,
  restrictionScopeTexts,
  violationStateTexts,
} from '@congvu/schema/texts';
import type { OwnDataQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ownDataTexts } from '../../locales/own-data-texts.ts';
import { shownDate } from '../../ui/shown.ts';
import { SheetPart } from '../year/SheetPart.tsx';

type Own = NonNullable<OwnDataQuery['viewer']['record']>['employee'];
type Line = readonly [key: string, what: string, more: string];

/** What the registers hold, one part each; a part with nothing says so, for that too is an answer. */
export function OwnRegisters({ employee }: { readonly employee: Own }) {
  const { registers } = useTexts(ownDataTexts);
  const lines = useOwnLines(employee);
  return (
    <>
      <p>
        <strong>{employee.name}</strong> <span className="quiet">{employee.code}</span>
      </p>
      {lines.map(([name, part]) => (
        <SheetPart key={name} title={registers[name]}>
          <Lines lines={part} />
        </SheetPart>
      ))}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const texts = useTexts(ownDataTexts);
  if (lines.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <ul className="plain-list">
      {lines.map(([key, what, more]) => (
        <li key={key} className="person-line">
          <span>{what}</span>
          <span className="small quiet">{more}</span>
        </li>
      ))}
    </ul>
  );
}

function useOwnLines(employee: Own) {
  const texts = useTexts(ownDataTexts);
  const language = useLanguage();
  const span = (from: string, to: string | null) =>
    texts.until(shownDate(from), to === null ? texts.now : shownDate(to));
  const rows = <Node,>(list: { readonly edges: readonly { readonly node: Node }[] } | null) =>
    list === null ? [] : nodesOf(list);
  const year = ({ decision }: Own['classifications'][number]) => {
    if (decision === null) return texts.notDecided;
    return decision.level === null ? texts.notClassified : levelTexts[decision.level][language];
  };
  return [
    [
      'assignments',
      employee.assignments.map((each): Line => {
        return [
          `${each.unit.id} ${each.validFrom}`,
          `${each.title} · ${each.unit.name}`,
          span(each.validFrom, each.validTo),
        ];
      }),
    ],
    [
      'years',
      employee.classifications.map(
        (each): Line => [each.id, `${each.year} · ${year(each)}`, each.decision?.number ?? ''],
      ),
    ],
    [
      'commendations',
      rows(employee.commendations).map(
        (each): Line => [each.id, each.title, `${each.decisionNumber} · ${shownDate(each.decidedOn)}`],
      ),
    ],
    [
      'initiatives',
      rows(employee.initiatives).map(
        (each): Line => [each.id, `${each.year} · ${each.title}`, initiativeStateTexts[each.stage][language]],
      ),
    ],
    [
      'disciplines',
      rows(employee.disciplineDecisions).map((each): Line => {
        const decided = `${each.decisionNumber} · ${shownDate(each.decidedOn)}`;
        return [
          each.id,
          disciplineFormTexts[each.form][language],
          `${decided} · ${texts.effectTo(shownDate(each.effectiveTo))}`,
        ];
      }),
    ],
    [
      'violations',
      rows(employee.violations).map((each): Line => {
        const when = `${shownDate(each.discoveredOn)} · ${violationStateTexts[each.handling][language]}`;
        return [each.id, each.summary ?? texts.untold, when];
      }),
    ],
    [
      'findings',
      rows(employee.findings).map((each): Line => {
        const topic = findingTopicTexts[each.topic][language];
        return [
          each.id,
          each.description,
          [topic, each.positive ? texts.good : '', shownDate(each.foundOn)].filter(Boolean).join(' · '),
        ];
      }),
    ],
    [
      'feedback',
      rows(employee.feedback).map(
        (each): Line => [each.id, each.content, `${each.number} · ${shownDate(each.receivedOn)}`],
      ),
    ],
    ['absences', employee.absences.map((each): Line => [each.id, texts.absence[each.kind], span(each.from, each.to)])],
    [
      'restrictions',
      employee.restrictions.map((each): Line => {
        const end = each.liftedOn === null ? '' : ` · ${texts.lifted(shownDate(each.liftedOn))}`;
        return [each.id, restrictionScopeTexts[each.scope][language], `${shownDate(each.from)}${end}`];
      }),
    ],
  ] as const satisfies readonly (readonly [keyof typeof texts.registers, readonly Line[]])[];
}

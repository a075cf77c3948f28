import { useQuery } from '@apollo/client/react';
import { isLocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { effectKindTexts } from '@congvu/schema/texts';
import type { RecordQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { termTexts } from '../../locales/term-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import type { Person } from '../open-document/person.ts';
import { may, useViewer } from '../session/viewer.ts';
import { AccessList } from './AccessList.tsx';
import { PeriodHistory } from './PeriodHistory.tsx';
import { RecordFinding } from './RecordFinding.tsx';
import { RegisterRecord } from './RegisterRecord.tsx';
import { RecordDocument } from './record.operations.ts';
import { YearList } from './YearList.tsx';

type RecordedEmployee = NonNullable<RecordQuery['employee']>;

/** The person's card. What one may not know is not mentioned: null is absent, an empty list is "none". */
export function RecordTab({ person }: { readonly person: Person }) {
  const texts = useTexts(recordTexts);
  const viewer = useViewer();
  const query = useQuery(RecordDocument, { variables: { employee: person.code } });
  const maySeeAccess = viewer.employee?.code === person.code || may(viewer, 'ACCESS_READ');
  return (
    <section className="section stack">
      <QueryStates query={query} empty={texts.noPeriods}>
        {({ employee }) =>
          employee === null ? null : (
            <>
              <p>
                <strong>{employee.name}</strong>{' '}
                <span className="small quiet">
                  {[employee.code, employee.assignment?.title, employee.assignment?.unit.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </p>
              <h3>{texts.periods}</h3>
              <PeriodHistory employee={employee} />
              <YearList employee={employee} isOwn={viewer.employee?.code === person.code} />
              <Commendations commendations={employee.commendations} />
              <Disciplines decisions={employee.disciplineDecisions} />
              <RegisterRecord employee={employee} />
              {may(viewer, 'INSPECTION_MANAGE') && employee.assignment !== null && (
                <RecordFinding employee={employee} unit={employee.assignment.unit.code} />
              )}
              {maySeeAccess && <AccessList employee={employee.code} />}
            </>
          )
        }
      </QueryStates>
    </section>
  );
}

function Commendations({ commendations }: { readonly commendations: RecordedEmployee['commendations'] }) {
  const texts = useTexts(recordTexts);
  if (commendations === null) return null;
  const list = nodesOf(commendations);
  return (
    <>
      <h3>{texts.commendations}</h3>
      {list.length === 0 && <p className="small">{texts.noCommendations}</p>}
      <ul className="plain-list small stack">
        {list.map((each) => (
          <li key={each.id}>
            {each.title} · {texts.decision(each.decisionNumber, toDate(each.decidedOn))} · {each.issuer}
            {each.revoked && ` · ${texts.revoked}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Disciplines({ decisions }: { readonly decisions: RecordedEmployee['disciplineDecisions'] }) {
  const texts = useTexts(recordTexts);
  const terms = useTexts(termTexts);
  const language = useLanguage();
  if (decisions === null) return null;
  const list = nodesOf(decisions);
  return (
    <>
      <h3>{texts.discipline}</h3>
      {list.length === 0 && <p className="small">{texts.noDiscipline}</p>}
      <ul className="plain-list small stack">
        {list.map((each) => (
          <li key={each.id}>
            {terms.discipline[each.form]} · {texts.decision(each.decisionNumber, toDate(each.decidedOn))}
            {each.active && ` · ${texts.active(toDate(each.effectiveTo))}`}
            {each.effects.map(({ kind, to, certainty }) => (
              <span key={kind} className="post quiet">
                {to === null
                  ? effectKindTexts[kind][language]
                  : texts.effect(effectKindTexts[kind][language], toDate(to))}{' '}
                <CertaintyMark certainty={certainty} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function toDate(date: string): string {
  return isLocalDate(date) ? toVietnameseDate(date) : date;
}

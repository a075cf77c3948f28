import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { unitTexts } from '../../locales/unit-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate } from '../../ui/shown.ts';
import { useViewer } from '../session/viewer.ts';
import { UnitDayDocument } from './unit.operations.ts';

/** Who is in charge of the unit on a day and by what, and who is away then. */
export function UnitDay({ unit }: { readonly unit: string }) {
  const texts = useTexts(unitTexts).day;
  const service = useTexts(serviceTexts);
  const roles: Readonly<Record<string, string>> = service.delegation.roles;
  const { today } = useViewer();
  const [on, setOn] = useState<string>(today);
  const query = useQuery(UnitDayDocument, { variables: { unit, on }, skip: on === '' });
  return (
    <div className="stack">
      <TextField label={service.delegation.on} type="date" value={on} onText={setOn} />
      {on !== '' && (
        <QueryStates query={query} empty={texts.nobody}>
          {(data) =>
            data.unit === null ? null : (
              <>
                {data.unit.authority.length === 0 && <p className="small quiet">{texts.nobody}</p>}
                <ul className="plain-list">
                  {data.unit.authority.map(({ name, as, document }) => (
                    <li key={`${name} ${as}`} className="person-line">
                      <strong>{name}</strong>
                      <span className="small quiet">{[roles[as] ?? as, document].filter(Boolean).join(' · ')}</span>
                    </li>
                  ))}
                </ul>
                {data.unit.absences.length > 0 && (
                  <>
                    <p className="small">{texts.away}</p>
                    <ul className="plain-list">
                      {data.unit.absences.map(({ employee, from, to }) => (
                        <li key={`${employee?.id} ${from}`} className="person-line">
                          <span>{employee?.name ?? texts.someone}</span>
                          <span className="small quiet">
                            {service.period(shownDate(from), to === null ? null : shownDate(to))}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </>
            )
          }
        </QueryStates>
      )}
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { may, useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { DelegateForm } from './DelegateForm.tsx';
import { RevokeDelegationDocument, UnitDelegationsDocument } from './staff.operations.ts';

const path = 'uy-quyen';

/** Who was entitled in a unit on a day, and by which document. */
export function DelegationPage({ filters }: ScreenProps) {
  const all = useTexts(serviceTexts);
  const texts = all.delegation;
  const viewer = useViewer();
  const unit = filters.unit ?? viewer.units[0]?.code ?? viewer.employee?.assignment?.unit.code ?? '';
  const on = filters.on ?? viewer.today;
  const [draft, setDraft] = useState({ unit, on });
  const [isOpen, setIsOpen] = useState(false);
  const [revoked, revoke] = useWrite(RevokeDelegationDocument);
  const query = useQuery(UnitDelegationsDocument, { variables: { unit, on } });
  const mayDelegate = may(viewer, 'DELEGATE');
  const roles: Readonly<Record<string, string>> = texts.roles;
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          goTo({ path, item: null, filters: draft });
        }}
      >
        <UnitSelect label={all.unit} value={draft.unit} onChoose={(code) => setDraft({ ...draft, unit: code })} />
        <TextField
          label={texts.on}
          type="date"
          value={draft.on}
          required
          onText={(day) => setDraft({ ...draft, on: day })}
        />
        <Button type="submit" kind="primary">
          {all.apply}
        </Button>
      </form>
      <QueryStates query={query} empty={texts.none}>
        {(data) =>
          data.unit === null ? null : (
            <>
              <SheetPart title={texts.entitled(shownDate(on))}>
                {data.unit.authority.length === 0 && <p className="quiet">{texts.nobody}</p>}
                <ul className="plain-list">
                  {data.unit.authority.map((each) => (
                    <li key={`${each.name} ${each.as}`} className="person-line">
                      <span>
                        <strong>{each.name}</strong> <span className="quiet">{roles[each.as] ?? each.as}</span>
                      </span>
                      <span className="small quiet">{each.document}</span>
                    </li>
                  ))}
                </ul>
              </SheetPart>
              <SheetPart title={texts.list}>
                {data.unit.delegations.length === 0 && <p className="quiet">{texts.none}</p>}
                <ul className="plain-list">
                  {data.unit.delegations.map((each) => (
                    <li key={each.id} className="person-line">
                      <span>
                        <strong>{each.name}</strong> <span className="quiet">{texts.kinds[each.kind]}</span>
                        <span className="small quiet post">
                          {[
                            all.period(shownDate(each.from), each.to === null ? null : shownDate(each.to)),
                            each.document,
                            each.delegatedBy === null ? null : texts.by(each.delegatedBy),
                            each.classifies ? texts.classifies.toLowerCase() : null,
                            each.revokedAt === null ? null : all.revoked(shownInstant(each.revokedAt)),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </span>
                      {mayDelegate && each.revokedAt === null && (
                        <Button onClick={() => void revoke({ delegation: each.id }, `${all.revoke} · ${each.name}`)}>
                          {all.revoke}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
                <WriteNotice state={revoked} />
              </SheetPart>
            </>
          )
        }
      </QueryStates>
      {mayDelegate && !isOpen && <Button onClick={() => setIsOpen(true)}>{texts.form}</Button>}
      {isOpen && <DelegateForm unit={unit} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

import { postTexts, subjectTypeTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { StaffMemberQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { ChargesForm } from './ChargesForm.tsx';
import { RevokeAbsenceDocument } from './staff.operations.ts';
import { TransferForm } from './TransferForm.tsx';

export type Member = NonNullable<StaffMemberQuery['employee']>;
type FormName = 'transfer' | 'absence' | 'charges';

/** The person's present service and absences, and the acts of personnel on them. */
export function StaffMember({ employee }: { readonly employee: Member }) {
  const all = useTexts(serviceTexts);
  const texts = all.staff;
  const language = useLanguage();
  const [open, setOpen] = useState<FormName | null>(null);
  const [revoked, revoke] = useWrite(RevokeAbsenceDocument);
  const { assignment, absences } = employee;
  const onClose = () => setOpen(null);
  const offered: readonly (readonly [FormName, string])[] = [
    ['transfer', texts.transfer],
    ['absence', texts.absence],
    ...(assignment?.post === 'DEPUTY' ? [['charges', texts.setCharges] as const] : []),
  ];
  return (
    <>
      <h2>
        {employee.name} <span className="small quiet">{employee.code}</span>
      </h2>
      <div className="row steps">
        {offered.map(([name, label]) => (
          <Button key={name} aria-expanded={open === name} onClick={() => setOpen(open === name ? null : name)}>
            {label}
          </Button>
        ))}
      </div>
      {open === 'transfer' && <TransferForm employee={employee} onClose={onClose} />}
      {open === 'absence' && <AbsenceForm employee={employee} onClose={onClose} />}
      {open === 'charges' && <ChargesForm employee={employee} onClose={onClose} />}
      <SheetPart title={texts.now}>
        {assignment === null ? (
          <p className="quiet">—</p>
        ) : (
          <p>
            <strong>{assignment.title}</strong> · {assignment.unit.name}
            <span className="small quiet post">
              {[
                postTexts[assignment.post][language],
                subjectTypeTexts[assignment.subjectType][language],
                assignment.group.name,
                all.period(shownDate(assignment.validFrom), null),
              ].join(' · ')}
            </span>
          </p>
        )}
      </SheetPart>
      {assignment?.post === 'DEPUTY' && (
        <SheetPart title={texts.charges}>
          {assignment.charges.length === 0 && <p className="quiet">{texts.noCharges}</p>}
          <ul className="plain-list">
            {assignment.charges.map(({ unit, employee: person, validFrom, validTo }) => (
              <li key={`${unit?.id ?? person?.id} ${validFrom}`}>
                {unit?.name ?? person?.name}{' '}
                <span className="small quiet">
                  {all.period(shownDate(validFrom), validTo === null ? null : shownDate(validTo))}
                </span>
              </li>
            ))}
          </ul>
        </SheetPart>
      )}
      <SheetPart title={texts.absences}>
        {absences.length === 0 && <p className="quiet">{texts.noAbsences}</p>}
        <ul className="plain-list">
          {absences.map(({ id, kind, from, to, document, recordedBy, revokedAt }) => (
            <li key={id} className="person-line">
              <span>
                {texts.kinds[kind]}, {all.period(shownDate(from), to === null ? null : shownDate(to))}
                <span className="small quiet post">
                  {[document, recordedBy, revokedAt === null ? null : all.revoked(shownInstant(revokedAt))]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {revokedAt === null && (
                <Button onClick={() => void revoke({ absence: id }, `${all.revoke} · ${employee.name}`)}>
                  {all.revoke}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <WriteNotice state={revoked} />
      </SheetPart>
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { calibrationStateTexts } from '@congvu/schema/texts';
import type { CalibrationQuery } from '../../../generated/graphql.ts';
import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownInstant } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { freezeLink } from '../dashboard/freeze-address.ts';
import { screenPaths } from '../dashboard/screen.ts';
import { ActBar, type OfferedAct } from '../register-list/ActBar.tsx';
import { BackLink } from '../register-list/BackLink.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { SheetPart } from '../year/SheetPart.tsx';
import { CalibrationRows } from './CalibrationRows.tsx';
import { CalibrationSigns } from './CalibrationSigns.tsx';
import { CalibrationUnits } from './CalibrationUnits.tsx';
import { CalibrationDocument } from './calibration.operations.ts';
import { CancelForm, JoinForm, LockForm, RevealForm, SubmitForm } from './SessionForms.tsx';

export type Session = Extract<CalibrationQuery['node'], { readonly __typename: 'CalibrationSession' }>;

type RecordProps = { readonly id: string; readonly filters: Address['filters'] };

export function CalibrationRecord({ id, filters }: RecordProps) {
  const texts = useTexts(calibrationTexts);
  const query = useQuery(CalibrationDocument, { variables: { id }, context: { purpose: 'CLASSIFY' } });
  return (
    <div className="section stack">
      <BackLink path={screenPaths.calibration} filters={filters} />
      <QueryStates query={query} empty={texts.gone}>
        {({ node }) =>
          node?.__typename === 'CalibrationSession' ? <SessionView session={node} filters={filters} /> : null
        }
      </QueryStates>
    </div>
  );
}

/** One session: what it is, what may be seen of it now and why not more, its units, its people, its signs. */
function SessionView({ session, filters }: { readonly session: Session; readonly filters: Address['filters'] }) {
  const texts = useTexts(calibrationTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const { state, units } = session;
  const waiting = units
    .filter(({ submittedAt, late }) => submittedAt === null && (state === 'OPEN' || late))
    // Only its own unit's count is told before the submission: whose it is not, hands nothing in.
    .filter(({ proposals }) => proposals !== null)
    .map(({ unit }) => ({ value: unit.code, label: unit.name }));
  const form = {
    id: session.id,
    revision: session.revision,
    unit: session.unit.code,
    units: waiting,
  };
  const acts = session.actions.flatMap((name): OfferedAct[] => {
    switch (name) {
      case 'JOIN':
        return [{ name, label: texts.act.join, form: (onClose) => <JoinForm session={form} onClose={onClose} /> }];
      case 'SUBMIT':
        return [{ name, label: texts.act.submit, form: (onClose) => <SubmitForm session={form} onClose={onClose} /> }];
      case 'REVEAL':
        return [{ name, label: texts.act.reveal, form: (onClose) => <RevealForm session={form} onClose={onClose} /> }];
      case 'LOCK':
        return [{ name, label: texts.act.lock, form: (onClose) => <LockForm session={form} onClose={onClose} /> }];
      case 'CANCEL':
        return [{ name, label: texts.act.cancel, form: (onClose) => <CancelForm session={form} onClose={onClose} /> }];
      default:
        // Levels are proposed and changed in the person's row.
        return [];
    }
  });
  return (
    <>
      <header className="stack">
        <h1>{session.title}</h1>
        <p className="row head-figures">
          <strong>{session.year}</strong>
          <span>{session.unit.name}</span>
          <span className="state" data-state={state}>
            {calibrationStateTexts[state][language]}
          </span>
          <DueMark dueOn={session.dueOn} isOver={state !== 'OPEN'} />
        </p>
        <p className="small quiet">{texts.openedBy(session.openedBy, shownInstant(session.openedAt))}</p>
        <p className="small quiet">{texts.what}</p>
      </header>
      <StateNotice session={session} />
      <ActBar acts={acts} />
      {state === 'LOCKED' && may(viewer, 'RANKING_READ') && (
        <p>
          <a href={freezeLink('CALIBRATION', { session: session.id })}>{texts.freeze}</a>
        </p>
      )}
      <SheetPart title={texts.units}>
        <CalibrationUnits units={units} />
      </SheetPart>
      <SheetPart title={texts.rows}>
        <CalibrationRows session={session} filters={filters} />
      </SheetPart>
      {(may(viewer, 'CLASSIFICATION_PROPOSE') || may(viewer, 'CLASSIFICATION_DECIDE')) && (
        <SheetPart title={texts.signs}>
          <CalibrationSigns id={session.id} />
        </SheetPart>
      )}
    </>
  );
}

/** Why one sees what one sees. */
function StateNotice({ session }: { readonly session: Session }) {
  const texts = useTexts(calibrationTexts);
  const { state, revealReason, lockedBy, lockedAt, lockDocument } = session;
  if (state === 'OPEN') return <Notice>{texts.hidden}</Notice>;
  if (state === 'CANCELLED') return <Notice>{texts.cancelled}</Notice>;
  const isHidden = session.units.some(({ proposals, submittedAt }) => proposals === null && submittedAt !== null);
  return (
    <>
      {revealReason !== null && <p className="reason">{texts.revealedWith(revealReason)}</p>}
      {isHidden && <Notice>{texts.hiddenLate}</Notice>}
      {state === 'LOCKED' && (
        <Notice>{texts.locked(lockedBy ?? '—', shownInstant(lockedAt ?? ''), lockDocument ?? '—')}</Notice>
      )}
    </>
  );
}

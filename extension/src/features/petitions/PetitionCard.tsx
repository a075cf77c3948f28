import { deadlineText, petitionOutcomeTexts, petitionStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { petitionTexts } from '../../locales/petition-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import { deadlineOf } from '../dashboard/deadline-of.ts';
import { may, useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { PetitionFragment, WithdrawPetitionDocument } from './petitions.operations.ts';
import { ResolveForm } from './ResolveForm.tsx';

/** One petition: who asks for what, until when it is to be answered, and the answer. */
export function PetitionCard({ petition: masked }: { readonly petition: FragmentType<typeof PetitionFragment> }) {
  const petition = readFragment(PetitionFragment, masked);
  const texts = useTexts(petitionTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const [withdrawn, withdraw] = useWrite(WithdrawPetitionDocument);
  const { employee, classification, replacement, daysLeft } = petition;
  const isOwn = viewer.employee?.id === employee.id;
  const mayResolve = petition.state === 'FILED' && (classification?.actions.includes('RESOLVE') ?? false);
  return (
    <>
      <div className="row spread">
        <h2>
          {employee.name}{' '}
          <span className="small quiet">
            {[employee.code, classification?.unit.shortName].filter(Boolean).join(' · ')}
            {classification !== null && ` · ${texts.about(classification.year)}`}
          </span>
        </h2>
        <span className="state">{petitionStateTexts[petition.state][language]}</span>
      </div>
      <p className="small">
        {texts.received(shownDate(petition.receivedOn))} · {texts.due(shownDate(petition.dueOn))}
        {daysLeft !== null && (
          <strong className={daysLeft < 0 ? 'late' : undefined}>
            {' '}
            · {deadlineText(deadlineOf(daysLeft), language)}
          </strong>
        )}
      </p>
      <p className="written">{petition.content}</p>
      <p className="row small">
        {classification?.decision != null && (
          <span className="row">
            {texts.now}: <LevelMark level={classification.decision.level} />
          </span>
        )}
        {replacement !== null && (
          <span className="row">
            {texts.after}: <LevelMark level={replacement.decision?.level ?? null} />
          </span>
        )}
        {classification !== null && may(viewer, 'CLASSIFICATION_READ') && (
          <a href={writeAddress({ path: 'phan-loai-nam', item: replacement?.id ?? classification.id, filters: {} })}>
            {texts.openSheet}
          </a>
        )}
      </p>
      {petition.outcome !== null && (
        <div className="notice">
          <p>
            <strong>{petitionOutcomeTexts[petition.outcome][language]}</strong>
            {petition.documentNumber !== null && ` · ${petition.documentNumber}`}
          </p>
          <p className="written">{petition.resolution}</p>
          <p className="small quiet">
            {texts.resolvedBy(petition.resolvedBy ?? '', shownInstant(petition.resolvedAt))}
          </p>
        </div>
      )}
      {mayResolve && !isOpen && <Button onClick={() => setIsOpen(true)}>{texts.resolve}</Button>}
      {mayResolve && isOpen && <ResolveForm petition={petition} onCancel={() => setIsOpen(false)} />}
      {isOwn && petition.state === 'FILED' && (
        <Button onClick={() => void withdraw({ petition: petition.id }, texts.withdraw)}>{texts.withdraw}</Button>
      )}
      {withdrawn.state !== 'DONE' && <WriteNotice state={withdrawn} />}
    </>
  );
}

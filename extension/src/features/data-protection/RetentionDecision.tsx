import { retentionEntityTexts } from '@congvu/schema/texts';
import { dataProtectionTexts } from '../../locales/data-protection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ActBar } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { DecideRetentionDocument } from './data-protection.mutations.ts';
import type { Proposal } from './RetentionList.tsx';

/** The second person's yes or no; who proposed it may only say no. */
export function RetentionDecision({ proposal }: { readonly proposal: Proposal }) {
  const texts = useTexts(dataProtectionTexts).retention;
  const language = useLanguage();
  const entity = retentionEntityTexts[proposal.entity][language];
  const rows = proposal.rows.toLocaleString(language);
  if (proposal.proposalState !== 'PROPOSED') {
    const done =
      proposal.done === null
        ? proposal.reason
        : texts.done(proposal.done.toLocaleString(language), proposal.decidedBy ?? '');
    return <span className="small">{done}</span>;
  }
  const confirm = {
    name: 'confirm',
    label: texts.confirm,
    form: (onClose: () => void) => (
      <ActForm
        document={DecideRetentionDocument}
        title={texts.confirmTitle(rows, entity)}
        act={texts.confirm}
        fields={[
          // A choice that begins empty and must be made: what is erased does not come back.
          {
            name: 'understood',
            label: texts.confirm,
            kind: 'select',
            isRequired: true,
            choices: [{ value: 'yes', label: texts.warning }],
          },
        ]}
        toInput={() => ({ proposal: proposal.id, confirm: true, reason: null })}
        onClose={onClose}
      />
    ),
  };
  const refuse = {
    name: 'refuse',
    label: texts.refuse,
    form: (onClose: () => void) => (
      <ActForm
        document={DecideRetentionDocument}
        title={`${texts.refuse} · ${entity}`}
        act={texts.refuse}
        fields={[{ name: 'reason', label: texts.reason, kind: 'area', isRequired: true }]}
        toInput={({ reason }) => ({ proposal: proposal.id, confirm: false, reason })}
        onClose={onClose}
      />
    ),
  };
  return (
    <>
      {!proposal.canConfirm && <p className="small quiet">{texts.waits}</p>}
      <ActBar acts={proposal.canConfirm ? [confirm, refuse] : [refuse]} />
    </>
  );
}

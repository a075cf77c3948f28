import { findingSeverityTexts, findingTopicTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import { commendationPath } from '../commendation/commendation-path.ts';
import { writeAddress } from '../dashboard/address.ts';
import { ActBar, type OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { RemedyFindingDocument, SpreadFindingDocument } from './finding.mutations.ts';
import { findingState } from './finding-state.ts';
import { FindingFragment } from './inspection.operations.ts';

/** One finding: fault or good practice, of whom, with its evidence, and what became of it. */
export function FindingCard({ finding: masked }: { readonly finding: FragmentType<typeof FindingFragment> }) {
  const finding = readFragment(FindingFragment, masked);
  const texts = useTexts(inspectionTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const { employee, positive, severity, quantity, remedyProof, open } = finding;
  const acts = finding.actions.map((name): OfferedAct => {
    if (name === 'REMEDY') {
      return { name, label: texts.act.remedy, form: (onClose) => <RemedyForm {...{ finding, onClose }} /> };
    }
    return { name, label: texts.act.spread, form: (onClose) => <SpreadForm {...{ finding, onClose }} /> };
  });
  return (
    <>
      <div className="row spread">
        <strong>{positive ? texts.good : texts.bad}</strong>
        <span className="small">{findingState(finding, texts)}</span>
      </div>
      <p className="written">{finding.description}</p>
      <p className="small quiet">
        {[
          employee === null ? finding.unit.name : `${employee.name} (${employee.code}), ${finding.unit.name}`,
          findingTopicTexts[finding.topic][language],
          severity === null ? null : findingSeverityTexts[severity][language],
          quantity === null ? null : texts.quantity(quantity),
          shownDate(finding.foundOn),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="small">
        {texts.evidence}: {finding.evidence}
      </p>
      {remedyProof !== null && (
        <p className="small">
          {texts.proof}: {remedyProof}
        </p>
      )}
      {open && <p className="reason small">{texts.blocks}</p>}
      <ActBar acts={acts} />
      {positive && employee !== null && may(viewer, 'STAFF_MANAGE') && (
        <p>
          <a
            href={writeAddress({
              path: commendationPath,
              item: null,
              filters: {
                tab: 'initiatives',
                finding: finding.id,
                author: employee.code,
                unit: finding.unit.code,
              },
            })}
          >
            {texts.toInitiative}
          </a>
        </p>
      )}
    </>
  );
}

type FormProps = {
  readonly finding: { readonly id: string; readonly revision: number };
  readonly onClose: () => void;
};

function RemedyForm({ finding, onClose }: FormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={RemedyFindingDocument}
      title={texts.act.remedy}
      act={common.save}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        { name: 'proof', label: common.proof, kind: 'area', isRequired: true },
      ]}
      toInput={({ on, proof }) => ({ finding: finding.id, revision: finding.revision, on, proof })}
      onClose={onClose}
    />
  );
}

function SpreadForm({ finding, onClose }: FormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={SpreadFindingDocument}
      title={texts.act.spread}
      act={common.save}
      start={{ on: today }}
      fields={[{ name: 'on', label: common.on, kind: 'date', isRequired: true }]}
      toInput={({ on }) => ({ finding: finding.id, revision: finding.revision, on })}
      onClose={onClose}
    />
  );
}

import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { useViewer } from '../session/viewer.ts';
import { IssueFindingsDocument } from './finding.mutations.ts';
import {
  CancelInspectionDocument,
  EndInspectionDocument,
  IssueConclusionDocument,
  RecordImplementingDocument,
  StartInspectionDocument,
} from './inspection.mutations.ts';
import type { InspectionFormProps } from './use-inspection-acts.tsx';

export function StartForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={StartInspectionDocument}
      title={texts.act.start}
      act={texts.act.start}
      start={{ on: today }}
      fields={[{ name: 'on', label: common.on, kind: 'date', isRequired: true }]}
      toInput={({ on }) => ({ inspection: inspection.id, revision: inspection.revision, on })}
      onClose={onClose}
    />
  );
}

/** The draft's day starts the clock of the conclusion. */
export function EndForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={EndInspectionDocument}
      title={texts.act.end}
      act={texts.act.end}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        { name: 'draftReceivedOn', label: texts.draftReceivedOn, kind: 'date' },
      ]}
      toInput={({ on, draftReceivedOn }) => ({
        inspection: inspection.id,
        revision: inspection.revision,
        on,
        draftReceivedOn: orNull(draftReceivedOn),
      })}
      onClose={onClose}
    />
  );
}

export function ConclusionForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={IssueConclusionDocument}
      title={texts.act.conclude}
      act={texts.act.conclude}
      start={{ on: today, draftReceivedOn: inspection.draftReceivedOn ?? '' }}
      fields={[
        { name: 'number', label: texts.input.number, kind: 'text', isRequired: true },
        { name: 'on', label: common.issuedOn, kind: 'date', isRequired: true },
        { name: 'draftReceivedOn', label: texts.draftReceivedOn, kind: 'date' },
        { name: 'receivedOn', label: texts.conclusionReceivedOn, kind: 'date' },
      ]}
      toInput={({ number, on, draftReceivedOn, receivedOn }) => ({
        inspection: inspection.id,
        revision: inspection.revision,
        number,
        on,
        draftReceivedOn: orNull(draftReceivedOn),
        receivedOn: orNull(receivedOn),
      })}
      onClose={onClose}
    />
  );
}

export function ImplementingForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={RecordImplementingDocument}
      title={texts.act.implementing}
      act={common.save}
      start={{ on: today }}
      fields={[
        { name: 'document', label: texts.implementing, kind: 'text', isRequired: true },
        { name: 'on', label: common.issuedOn, kind: 'date', isRequired: true },
      ]}
      toInput={({ document, on }) => ({ inspection: inspection.id, revision: inspection.revision, document, on })}
      onClose={onClose}
    />
  );
}

export function CancelInspectionForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={CancelInspectionDocument}
      title={texts.act.cancel}
      act={texts.act.cancel}
      fields={[{ name: 'reason', label: common.reason, kind: 'area', isRequired: true }]}
      toInput={({ reason }) => ({ inspection: inspection.id, revision: inspection.revision, reason })}
      onClose={onClose}
    />
  );
}

/** Until then findings are the team's draft, which nobody else sees. */
export function IssueFindingsForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={IssueFindingsDocument}
      title={texts.act.issueFindings}
      act={texts.act.issueFindings}
      start={{ on: today }}
      fields={[{ name: 'on', label: common.on, kind: 'date', isRequired: true }]}
      toInput={({ on }) => ({ inspection: inspection.id, on })}
      onClose={onClose}
    />
  );
}

import { visitStateTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ActBar, type OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { useViewer } from '../session/viewer.ts';
import { CancelVisitDocument, RecordVisitDocument } from './finding.mutations.ts';
import { VisitFragment } from './inspection.operations.ts';
import { visitDays } from './visit-days.ts';

/** One place of an inspection: planned, visited or dropped; unannounced ones say so to who may know. */
export function VisitLine({ visit: masked }: { readonly visit: FragmentType<typeof VisitFragment> }) {
  const visit = readFragment(VisitFragment, masked);
  const texts = useTexts(inspectionTexts);
  const language = useLanguage();
  const acts = visit.actions.map((name): OfferedAct => {
    if (name === 'RECORD') {
      return { name, label: texts.act.recordVisit, form: (onClose) => <RecordForm {...{ visit, onClose }} /> };
    }
    return { name, label: texts.act.cancelVisit, form: (onClose) => <CancelForm {...{ visit, onClose }} /> };
  });
  return (
    <>
      <div className="person-line">
        <span>
          <strong>{visit.unit.name}</strong> <span className="small quiet">{visit.unit.code}</span>
          <span className="post small quiet">
            {[
              visitDays(visit, texts),
              visit.unannounced && visit.visitedOn === null ? texts.unannounced : null,
              visit.repeatReason === null ? null : texts.repeat(visit.repeatReason),
              visit.note,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className="state" data-state={visit.state}>
          {visitStateTexts[visit.state][language]}
        </span>
      </div>
      <ActBar acts={acts} />
    </>
  );
}

type FormProps = {
  readonly visit: { readonly id: string; readonly revision: number };
  readonly onClose: () => void;
};

function RecordForm({ visit, onClose }: FormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={RecordVisitDocument}
      title={texts.act.recordVisit}
      act={common.save}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        { name: 'note', label: common.note, kind: 'area' },
      ]}
      toInput={({ on, note }) => ({ visit: visit.id, revision: visit.revision, on, note: orNull(note) })}
      onClose={onClose}
    />
  );
}

function CancelForm({ visit, onClose }: FormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={CancelVisitDocument}
      title={texts.act.cancelVisit}
      act={common.send}
      fields={[{ name: 'reason', label: common.reason, kind: 'area', isRequired: true }]}
      toInput={({ reason }) => ({ visit: visit.id, revision: visit.revision, reason })}
      onClose={onClose}
    />
  );
}

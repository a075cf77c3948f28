import type { ReactNode } from 'react';
import type { InspectionAction, InspectionView_InspectionFragment } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { RecommendForm } from '../recommendations/RecommendForm.tsx';
import type { OfferedAct } from '../register-list/ActBar.tsx';
import { RecordFindingForm } from './RecordFindingForm.tsx';
import { SaveInspectionForm } from './SaveInspectionForm.tsx';
import {
  CancelInspectionForm,
  ConclusionForm,
  EndForm,
  ImplementingForm,
  IssueFindingsForm,
  StartForm,
} from './StepForms.tsx';
import { PlanVisitForm, TeamForm } from './TeamForms.tsx';

type Inspection = InspectionView_InspectionFragment;
export type InspectionFormProps = { readonly inspection: Inspection; readonly onClose: () => void };

const forms: Readonly<Record<InspectionAction, (props: InspectionFormProps) => ReactNode>> = {
  CHANGE: ({ inspection, onClose }) => (
    <SaveInspectionForm inspection={inspection} plan={null} unit={inspection.unit.code} onClose={onClose} />
  ),
  SET_TEAM: (props) => <TeamForm {...props} />,
  START: (props) => <StartForm {...props} />,
  END: (props) => <EndForm {...props} />,
  CONCLUDE: (props) => <ConclusionForm {...props} />,
  RECORD_IMPLEMENTING: (props) => <ImplementingForm {...props} />,
  CANCEL: (props) => <CancelInspectionForm {...props} />,
  PLAN_VISIT: (props) => <PlanVisitForm {...props} />,
  RECORD_FINDING: (props) => <RecordFindingForm {...props} />,
  ISSUE_FINDINGS: (props) => <IssueFindingsForm {...props} />,
  RECOMMEND: ({ inspection, onClose }) => (
    <RecommendForm
      inspection={inspection.id}
      findings={nodesOf(inspection.findings).map(({ id, description }) => ({ value: id, label: description }))}
      onClose={onClose}
    />
  ),
};

/** The acts that the api offers on an inspection now, each with its form. */
export function useInspectionActs(inspection: Inspection): readonly OfferedAct[] {
  const { act } = useTexts(inspectionTexts);
  const labels: Readonly<Record<InspectionAction, string>> = {
    CHANGE: act.change,
    SET_TEAM: act.setTeam,
    START: act.start,
    END: act.end,
    CONCLUDE: act.conclude,
    RECORD_IMPLEMENTING: act.implementing,
    CANCEL: act.cancel,
    PLAN_VISIT: act.planVisit,
    RECORD_FINDING: act.recordFinding,
    ISSUE_FINDINGS: act.issueFindings,
    RECOMMEND: act.recommend,
  };
  return inspection.actions.map((name) => ({
    name,
    label: labels[name],
    form: (onClose) => forms[name]({ inspection, onClose }),
  }));
}

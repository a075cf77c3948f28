import type { TeamRole } from '@congvu/schema/registers';
import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { linesOf, namedOf, orNull } from '../register-list/act-field.ts';
import { useViewer } from '../session/viewer.ts';
import { PlanVisitDocument } from './finding.mutations.ts';
import { SetTeamDocument } from './inspection.mutations.ts';
import type { InspectionFormProps } from './use-inspection-acts.tsx';

/** The team by its decision: without one no inspection begins. Who is not of our system is named in words. */
export function TeamForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  const inRole = (role: TeamRole) =>
    inspection.team
      .flatMap(({ role: each, name, employee }) =>
        each === role && employee !== null ? `${employee.code}=${name}` : [],
      )
      .join(',');
  const outside = inspection.team.filter(({ employee }) => employee === null).map(({ name }) => name);
  return (
    <ActForm
      document={SetTeamDocument}
      title={texts.act.setTeam}
      act={common.save}
      start={{
        decisionNumber: inspection.decisionNumber ?? '',
        decidedOn: inspection.decidedOn ?? today,
        head: inRole('HEAD'),
        deputies: inRole('DEPUTY'),
        secretaries: inRole('SECRETARY'),
        members: inRole('MEMBER'),
        outside: outside.join('\n'),
      }}
      fields={[
        { name: 'decisionNumber', label: common.decisionNumber, kind: 'text', isRequired: true },
        { name: 'decidedOn', label: common.decidedOn, kind: 'date', isRequired: true },
        { name: 'head', label: texts.input.head, kind: 'namedPeople', isRequired: true },
        { name: 'deputies', label: texts.input.deputies, kind: 'namedPeople' },
        { name: 'secretaries', label: texts.input.secretaries, kind: 'namedPeople' },
        { name: 'members', label: texts.input.members, kind: 'namedPeople' },
        { name: 'outside', label: texts.input.outside, kind: 'area' },
      ]}
      toInput={(values) => {
        const named = (role: TeamRole, value: string) => namedOf(value).map((member) => ({ ...member, role }));
        return {
          inspection: inspection.id,
          revision: inspection.revision,
          decisionNumber: values.decisionNumber,
          decidedOn: values.decidedOn,
          members: [
            ...named('HEAD', values.head),
            ...named('DEPUTY', values.deputies),
            ...named('SECRETARY', values.secretaries),
            ...named('MEMBER', values.members),
            ...linesOf(values.outside).map((name) => ({ employee: null, name, role: 'MEMBER' as const })),
          ],
        };
      }}
      onClose={onClose}
    />
  );
}

/** A place to be visited; an unannounced one is kept from it until the team has been there. */
export function PlanVisitForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={PlanVisitDocument}
      title={texts.act.planVisit}
      act={common.save}
      start={{ unannounced: inspection.mode === 'UNANNOUNCED' ? 'true' : '' }}
      fields={[
        { name: 'unit', label: common.unit, kind: 'unit', isRequired: true },
        { name: 'from', label: common.from, kind: 'date' },
        { name: 'to', label: common.to, kind: 'date' },
        { name: 'unannounced', label: texts.input.unannounced, kind: 'check' },
        { name: 'repeatReason', label: texts.input.repeatReason, kind: 'text' },
      ]}
      toInput={({ unit, from, to, unannounced, repeatReason }) => ({
        inspection: inspection.id,
        unit,
        from: orNull(from),
        to: orNull(to),
        unannounced: unannounced !== '',
        repeatReason: orNull(repeatReason),
      })}
      onClose={onClose}
    />
  );
}

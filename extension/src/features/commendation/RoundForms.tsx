import { actTexts } from '../../locales/act-texts.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { numberOrNull, orNull } from '../register-list/act-field.ts';
import { useViewer } from '../session/viewer.ts';
import {
  CloseCommendationRoundDocument,
  HoldCommendationDocument,
  LiftHoldDocument,
  OpenCommendationRoundDocument,
} from './commendation.mutations.ts';
import type { Round } from './RoundCard.tsx';

type OpenRoundFormProps = { readonly unit: string; readonly onClose: () => void };

/** The api opens it only when the levels of the year are decided, and says so where they are not. */
export function OpenRoundForm({ unit, onClose }: OpenRoundFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={OpenCommendationRoundDocument}
      title={texts.act.openRound}
      act={texts.act.openRound}
      start={{ unit, year: today.slice(0, 4) }}
      fields={[
        { name: 'unit', label: common.unit, kind: 'unit', isRequired: true },
        { name: 'year', label: common.year, kind: 'number', isRequired: true },
        { name: 'baseTitleQuotaPercent', label: texts.input.quota, kind: 'number' },
        { name: 'baseSalary', label: texts.input.salary, kind: 'number' },
      ]}
      toInput={(values) => ({
        unit: values.unit,
        year: Number(values.year),
        baseTitleQuotaPercent: numberOrNull(values.baseTitleQuotaPercent),
        baseSalary: numberOrNull(values.baseSalary),
        titlesVersion: null,
      })}
      onClose={onClose}
    />
  );
}

type RoundFormProps = { readonly round: Round; readonly onClose: () => void };

export function CloseRoundForm({ round, onClose }: RoundFormProps) {
  const texts = useTexts(commendationTexts);
  return (
    <ActForm
      document={CloseCommendationRoundDocument}
      title={`${texts.act.closeRound} · ${texts.round(round.year)}`}
      act={texts.act.closeRound}
      fields={[]}
      toInput={() => ({ round: round.id, revision: round.revision })}
      onClose={onClose}
    />
  );
}

export function HoldForm({ round, onClose }: RoundFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={HoldCommendationDocument}
      title={texts.act.hold}
      act={texts.act.hold}
      start={{ from: today }}
      fields={[
        { name: 'employee', label: common.employee, kind: 'person' },
        { name: 'unit', label: texts.input.collective, kind: 'unit', when: ({ employee }) => employee === '' },
        { name: 'from', label: common.from, kind: 'date', isRequired: true },
        { name: 'document', label: common.document, kind: 'text', isRequired: true },
        { name: 'reason', label: common.reason, kind: 'area', isRequired: true },
      ]}
      toInput={({ employee, unit, from, document, reason }) => ({
        round: round.id,
        employee: orNull(employee),
        unit: orNull(unit),
        from,
        document,
        reason,
      })}
      onClose={onClose}
    />
  );
}

export function LiftForm({ hold, onClose }: { readonly hold: string; readonly onClose: () => void }) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={LiftHoldDocument}
      title={texts.act.lift}
      act={texts.act.lift}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        { name: 'reason', label: common.reason, kind: 'area', isRequired: true },
      ]}
      toInput={({ on, reason }) => ({ hold, on, reason })}
      onClose={onClose}
    />
  );
}

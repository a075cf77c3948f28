import { DEFERRAL_KINDS, VIOLATION_SEVERITIES } from '@congvu/schema/registers';
import { deferralKindTexts, violationSeverityTexts } from '@congvu/schema/texts';
import type { ReactNode } from 'react';
import type { ViolationAction, ViolationView_ViolationFragment } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { linesOf, orNull } from '../register-list/act-field.ts';
import { someTerm, termOf } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { RecordDecisionForm } from './RecordDecisionForm.tsx';
import {
  ChangeViolationDocument,
  DeferViolationDocument,
  DismissViolationDocument,
  EndDeferralDocument,
} from './violation.mutations.ts';

type Violation = ViolationView_ViolationFragment;
type FormProps = { readonly violation: Violation; readonly onClose: () => void };

const forms: Readonly<Record<ViolationAction, (props: FormProps) => ReactNode>> = {
  RECORD_DECISION: (props) => <RecordDecisionForm {...props} />,
  CHANGE: (props) => <ChangeForm {...props} />,
  DISMISS: (props) => <DismissForm {...props} />,
  DEFER: (props) => <DeferForm {...props} />,
  END_DEFERRAL: (props) => <EndDeferralForm {...props} />,
};

/** The acts that the api offers on an act now, each with its form. */
export function useViolationActs(violation: Violation): readonly OfferedAct[] {
  const { act } = useTexts(disciplineTexts);
  const labels: Readonly<Record<ViolationAction, string>> = {
    RECORD_DECISION: act.decide,
    CHANGE: act.change,
    DISMISS: act.dismiss,
    DEFER: act.defer,
    END_DEFERRAL: act.endDeferral,
  };
  return violation.offered
    .filter((name) => name !== 'END_DEFERRAL' || runningDeferrals(violation).length > 0)
    .map((name) => ({ name, label: labels[name], form: (onClose) => forms[name]({ violation, onClose }) }));
}

function runningDeferrals({ deferrals }: Violation) {
  return deferrals.filter(({ to }) => to === null);
}

function ChangeForm({ violation, onClose }: FormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  return (
    <ActForm
      document={ChangeViolationDocument}
      title={texts.act.change}
      act={common.save}
      start={{
        mitigating: violation.mitigating.join('\n'),
        aggravating: violation.aggravating.join('\n'),
        severity: violation.severity ?? '',
        sealed: violation.sealed ? 'true' : '',
      }}
      fields={[
        { name: 'mitigating', label: `${texts.mitigating} (${texts.oneALine})`, kind: 'area' },
        { name: 'aggravating', label: `${texts.aggravating} (${texts.oneALine})`, kind: 'area' },
        {
          name: 'severity',
          label: texts.severity,
          kind: 'select',
          choices: choicesOf(violationSeverityTexts, language),
        },
        { name: 'extendedTo', label: texts.extendedTo, kind: 'date' },
        { name: 'extensionDocument', label: texts.extensionDocument, kind: 'text' },
        { name: 'sealed', label: texts.input.sealed, kind: 'check' },
      ]}
      toInput={(values) => ({
        violation: violation.id,
        revision: violation.revision,
        mitigating: linesOf(values.mitigating),
        aggravating: linesOf(values.aggravating),
        severity: termOf(VIOLATION_SEVERITIES, values.severity),
        extendedTo: orNull(values.extendedTo),
        extensionDocument: orNull(values.extensionDocument),
        sealed: values.sealed !== '',
      })}
      onClose={onClose}
    />
  );
}

function DismissForm({ violation, onClose }: FormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={DismissViolationDocument}
      title={texts.act.dismiss}
      act={common.send}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        { name: 'document', label: common.document, kind: 'text', isRequired: true },
        { name: 'reason', label: common.reason, kind: 'area', isRequired: true },
      ]}
      toInput={(values) => ({ violation: violation.id, revision: violation.revision, ...values })}
      onClose={onClose}
    />
  );
}

function DeferForm({ violation, onClose }: FormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <ActForm
      document={DeferViolationDocument}
      title={texts.act.defer}
      act={common.save}
      start={{ from: today }}
      fields={[
        {
          name: 'kind',
          label: common.reason,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(deferralKindTexts, language),
        },
        { name: 'from', label: common.from, kind: 'date', isRequired: true },
        { name: 'to', label: common.to, kind: 'date' },
        { name: 'document', label: common.document, kind: 'text', isRequired: true },
      ]}
      toInput={({ kind, from, to, document }) => ({
        violation: violation.id,
        kind: someTerm(DEFERRAL_KINDS, kind),
        from,
        to: orNull(to),
        document,
      })}
      onClose={onClose}
    />
  );
}

function EndDeferralForm({ violation, onClose }: FormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const running = runningDeferrals(violation);
  return (
    <ActForm
      document={EndDeferralDocument}
      title={texts.act.endDeferral}
      act={common.send}
      start={{ on: today, deferral: running[0]?.id ?? '' }}
      fields={[
        {
          name: 'deferral',
          label: texts.input.deferral,
          kind: 'select',
          isRequired: true,
          choices: running.map(({ id, kind, from }) => ({
            value: id,
            label: `${deferralKindTexts[kind][language]} · ${shownDate(from)}`,
          })),
        },
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
      ]}
      toInput={({ deferral, on }) => ({ deferral, on })}
      onClose={onClose}
    />
  );
}

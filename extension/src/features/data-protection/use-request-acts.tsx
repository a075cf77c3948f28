import { RESTRICTION_SCOPES } from '@congvu/schema/registers';
import { restrictionScopeTexts } from '@congvu/schema/texts';
import type { ReactNode } from 'react';
import type { DataRequestAction } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { dataProtectionTexts } from '../../locales/data-protection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import type { OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import type { OneRequest } from './DataRequestRecord.tsx';
import {
  AnswerDataRequestDocument,
  CarryOutDataRequestDocument,
  ExtendDataRequestDocument,
  LiftRestrictionDocument,
  RestrictDataDocument,
} from './data-protection.mutations.ts';

type FormProps = { readonly request: OneRequest; readonly onClose: () => void };

/** One's own request is taken back on the screen of one's own data. */
const forms: Readonly<Record<Exclude<DataRequestAction, 'WITHDRAW'>, (props: FormProps) => ReactNode>> = {
  ANSWER: (props) => <AnswerForm {...props} />,
  EXTEND: (props) => <ExtendForm {...props} />,
  CARRY_OUT: (props) => <CarryOutForm {...props} />,
  RESTRICT: (props) => <RestrictForm {...props} />,
};

/** The acts that the api offers on a request now, each with its form. */
export function useRequestActs(request: OneRequest): readonly OfferedAct[] {
  const { act } = useTexts(dataProtectionTexts);
  return request.requestActions
    .filter((name) => name !== 'WITHDRAW')
    .map((name) => ({ name, label: act[name], form: (onClose) => forms[name]({ request, onClose }) }));
}

function AnswerForm({ request, onClose }: FormProps) {
  const texts = useTexts(dataProtectionTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={AnswerDataRequestDocument}
      title={`${texts.act.ANSWER} · ${request.employee.name}`}
      act={common.send}
      fields={[
        {
          name: 'accept',
          label: texts.decision,
          kind: 'select',
          isRequired: true,
          choices: [
            { value: 'yes', label: texts.accept },
            { value: 'no', label: texts.refuse },
          ],
        },
        { name: 'answer', label: texts.answer, kind: 'area', isRequired: true },
      ]}
      toInput={({ accept, answer }) => ({
        request: request.id,
        revision: request.revision,
        accept: accept === 'yes',
        answer,
      })}
      onClose={onClose}
    />
  );
}

function ExtendForm({ request, onClose }: FormProps) {
  const texts = useTexts(dataProtectionTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={ExtendDataRequestDocument}
      title={`${texts.act.EXTEND} · ${request.employee.name}`}
      act={common.send}
      fields={[
        { name: 'to', label: texts.to, kind: 'date', isRequired: true },
        { name: 'reason', label: common.reason, kind: 'area', isRequired: true },
      ]}
      toInput={({ to, reason }) => ({ request: request.id, revision: request.revision, to, reason })}
      onClose={onClose}
    />
  );
}

function CarryOutForm({ request, onClose }: FormProps) {
  const texts = useTexts(dataProtectionTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={CarryOutDataRequestDocument}
      title={`${texts.act.CARRY_OUT} · ${request.employee.name}`}
      act={common.save}
      fields={[{ name: 'result', label: texts.result, kind: 'area', isRequired: true }]}
      toInput={({ result }) => ({ request: request.id, revision: request.revision, result })}
      onClose={onClose}
    />
  );
}

function RestrictForm({ request, onClose }: FormProps) {
  const texts = useTexts(dataProtectionTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <ActForm
      document={RestrictDataDocument}
      title={`${texts.act.RESTRICT} · ${request.employee.name}`}
      act={common.send}
      start={{ from: today }}
      fields={[
        {
          name: 'scope',
          label: texts.scope,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(restrictionScopeTexts, language),
        },
        { name: 'from', label: texts.from, kind: 'date', isRequired: true },
      ]}
      toInput={({ scope, from }) => ({ request: request.id, scope: someTerm(RESTRICTION_SCOPES, scope), from })}
      onClose={onClose}
    />
  );
}

type LiftFormProps = { readonly restriction: string; readonly onClose: () => void };

/** Ends a restriction; it stays in the record. */
export function LiftForm({ restriction, onClose }: LiftFormProps) {
  const texts = useTexts(dataProtectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={LiftRestrictionDocument}
      title={texts.act.lift}
      act={common.send}
      start={{ on: today }}
      fields={[{ name: 'on', label: texts.on, kind: 'date', isRequired: true }]}
      toInput={({ on }) => ({ restriction, on })}
      onClose={onClose}
    />
  );
}

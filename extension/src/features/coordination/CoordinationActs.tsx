import type { CoordinationAction, CoordinationCard_RequestFragment } from '../../../generated/graphql.ts';
import { coordinationTexts } from '../../locales/coordination-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ActBar, type OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { useViewer } from '../session/viewer.ts';
import {
  AnswerCoordinationDocument,
  JudgeCoordinationDocument,
  WithdrawCoordinationDocument,
} from './coordination.operations.ts';

/** What the viewer may do with one request now. */
export function CoordinationActs({ request }: { readonly request: CoordinationCard_RequestFragment }) {
  const texts = useTexts(coordinationTexts);
  const { today } = useViewer();
  const { id, revision, actions, number } = request;
  const titled = (act: string) => `${act} · ${number}`;
  const acts: Readonly<Record<CoordinationAction, Omit<OfferedAct, 'name'>>> = {
    ANSWER: {
      label: texts.answer,
      form: (onClose) => (
        <ActForm
          document={AnswerCoordinationDocument}
          title={titled(texts.answer)}
          act={texts.answerAct}
          start={{ on: today }}
          fields={[
            { name: 'on', label: texts.answeredOn, kind: 'date', isRequired: true },
            { name: 'document', label: texts.answerDocument, kind: 'text' },
          ]}
          toInput={({ on, document }) => ({ request: id, revision, on, document: orNull(document) })}
          onClose={onClose}
        />
      ),
    },
    JUDGE: {
      label: texts.judge,
      form: (onClose) => (
        <ActForm
          document={JudgeCoordinationDocument}
          title={titled(texts.judge)}
          act={texts.judgeAct}
          fields={[
            {
              name: 'clear',
              label: texts.judge,
              kind: 'select',
              isRequired: true,
              choices: [
                { value: 'CLEAR', label: texts.clear },
                { value: 'UNCLEAR', label: texts.unclear },
              ],
            },
          ]}
          toInput={({ clear }) => ({ request: id, revision, clear: clear === 'CLEAR' })}
          onClose={onClose}
        />
      ),
    },
    WITHDRAW: {
      label: texts.withdraw,
      form: (onClose) => (
        <ActForm
          document={WithdrawCoordinationDocument}
          title={titled(texts.withdraw)}
          act={texts.withdraw}
          fields={[]}
          toInput={() => ({ request: id, revision })}
          onClose={onClose}
        />
      ),
    },
  };
  return <ActBar acts={actions.map((name) => ({ name, ...acts[name] }))} />;
}

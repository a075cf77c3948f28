import { useState } from 'react';
import { actTexts } from '../../locales/act-texts.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { PeopleField } from '../register-list/PeopleField.tsx';
import { UnitsField } from '../register-list/UnitsField.tsx';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { RecordCommendationsDocument } from './commendation.mutations.ts';
import { commendedOf, refusedOf } from './commended-rows.ts';
import type { Round } from './RoundCard.tsx';
import { titleChoices, titleName } from './title-choices.ts';

type CommendManyFormProps = { readonly round: Round; readonly onClose: () => void };

/**
 * One decision of a round for several people, or several collectives, of one title. Who was refused stays chosen with the
 * reason under the form; what a document allows all the same is recorded one by one.
 */
export function CommendManyForm({ round, onClose }: CommendManyFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const people = titleChoices(language, 'PERSON');
  const [draft, setDraft] = useState({
    titleCode: people[0]?.value ?? '',
    decisionNumber: '',
    decidedOn: today,
    issuer: '',
    whom: '',
  });
  const [isLacking, setIsLacking] = useState(false);
  const [after, setAfter] = useState<OutcomesProps | null>(null);
  const [state, send] = useWrite(RecordCommendationsDocument, 'COMMENDATION');
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const subject = people.some(({ value }) => value === draft.titleCode) ? 'PERSON' : 'COLLECTIVE';
  const problemOf = (field: string) => (state.state === 'REFUSED' ? (state.messages[`/${field}`] ?? null) : null);
  const nobody = isLacking && draft.whom === '' ? texts.chooseWhom : problemOf('rows');
  const submit = async () => {
    setIsLacking(draft.whom === '');
    if (draft.whom === '') return;
    const { titleCode, decidedOn, whom } = draft;
    const rows = commendedOf(whom, subject).map(({ employee, unit }) => ({
      employee,
      unit,
      initiatives: null,
      overrideDocument: null,
    }));
    const [decisionNumber, issuer] = [draft.decisionNumber, draft.issuer].map((text) => text.trim().normalize('NFC'));
    const sent = await send(
      { round: round.id, titleCode, decidedOn, decisionNumber: decisionNumber ?? '', issuer: issuer ?? '', rows },
      `${texts.act.commendMany} · ${titleName(titleCode, language)}`,
    );
    if (sent.state !== 'DONE') return;
    const outcome = refusedOf(whom, sent.answer.rows);
    setAfter({ ...outcome, subject });
    change({ whom: outcome.left });
  };
  return (
    <StepForm
      title={`${texts.act.commendMany} · ${texts.round(round.year)}`}
      act={texts.act.commend}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void submit()}
      onCancel={onClose}
      notice={state.state === 'DONE' && after !== null ? <Outcomes {...after} /> : <WriteNotice state={state} />}
    >
      <SelectField
        label={texts.input.titleCode}
        value={draft.titleCode}
        choices={titleChoices(language)}
        problem={problemOf('titleCode')}
        required
        onChoose={(titleCode) => change({ titleCode, whom: '' })}
      />
      <TextField
        label={common.decisionNumber}
        value={draft.decisionNumber}
        maxLength={200}
        required
        problem={problemOf('decisionNumber')}
        onText={(decisionNumber) => change({ decisionNumber })}
      />
      <TextField
        label={common.decidedOn}
        type="date"
        value={draft.decidedOn}
        required
        problem={problemOf('decidedOn')}
        onText={(decidedOn) => change({ decidedOn })}
      />
      <TextField
        label={common.issuer}
        value={draft.issuer}
        maxLength={200}
        required
        problem={problemOf('issuer')}
        onText={(issuer) => change({ issuer })}
      />
      {subject === 'PERSON' ? (
        <PeopleField
          label={texts.people}
          kind="namedPeople"
          value={draft.whom}
          problem={nobody}
          onChange={(whom) => change({ whom })}
        />
      ) : (
        <UnitsField
          label={texts.collectives}
          under={round.agency.code}
          value={draft.whom}
          problem={nobody}
          onChange={(whom) => change({ whom })}
        />
      )}
    </StepForm>
  );
}

type OutcomesProps = ReturnType<typeof refusedOf> & { readonly subject: 'PERSON' | 'COLLECTIVE' };

/** How many are written, and each refusal with its reason. */
function Outcomes({ written, refused, subject }: OutcomesProps) {
  const texts = useTexts(commendationTexts);
  return (
    <Notice>
      <p>{texts.writtenOf(written, refused.length)}</p>
      <ul className="plain-list small">
        {refused.map(({ name, why }) => (
          <li key={name}>
            <strong>{subject === 'PERSON' ? name : <UnitName code={name} />}</strong>: {why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Collectives are chosen by their codes. */
function UnitName({ code }: { readonly code: string }) {
  return useUnitName(code);
}

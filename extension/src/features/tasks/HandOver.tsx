import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { PersonSearch } from '../open-document/PersonSearch.tsx';
import type { Person } from '../open-document/person.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { HandOverTaskDocument } from './tasks.operations.ts';

type HandOverProps = {
  readonly task: { readonly id: string; readonly title: string; readonly revision: number };
  readonly today: string;
};

/** An open task goes on with another person, from a day on; it can be undone until its result is confirmed there. */
export function HandOver({ task, today }: HandOverProps) {
  const texts = useTexts(taskTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const [to, setTo] = useState<Person | null>(null);
  const [occurredOn, setOccurredOn] = useState(today);
  const [deadline, setDeadline] = useState('');
  const [note, setNote] = useState('');
  const [state, send] = useWrite(HandOverTaskDocument);
  if (!isOpen) {
    return (
      <div className="row">
        <Button kind="link" onClick={() => setIsOpen(true)}>
          {texts.handOver}
        </Button>
      </div>
    );
  }
  const problem = (path: string) => {
    const code = state.state === 'REFUSED' ? state.fields[path] : undefined;
    return code === undefined ? null : problemText(code, language);
  };
  const isSamePerson = state.state === 'REFUSED' && state.fields['/to'] === 'INCONSISTENT';
  const handOver = (receiver: Person) =>
    void send(
      {
        task: task.id,
        revision: task.revision,
        to: receiver.code,
        occurredOn,
        deadline: deadline === '' ? null : deadline,
        note: note.trim() === '' ? null : note.trim().normalize('NFC'),
      },
      texts.label(texts.handOverTo(receiver.name), task.title),
    );
  return (
    <form
      className="step-form stack"
      aria-label={`${texts.handOver}: ${task.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== null) handOver(to);
      }}
    >
      <p className="small quiet">{texts.handOverWhat}</p>
      {to === null ? (
        <PersonSearch onChoose={setTo} />
      ) : (
        <p className="row">
          <span className="quiet small">{texts.receiver}:</span>
          <strong>{to.name}</strong>
          <span className="quiet small">{to.code}</span>
          <Button kind="link" onClick={() => setTo(null)}>
            {texts.change}
          </Button>
        </p>
      )}
      <TextField
        label={texts.handedOverOn}
        type="date"
        value={occurredOn}
        max={today}
        required
        problem={problem('/occurredOn')}
        onText={setOccurredOn}
      />
      <TextField
        label={texts.newDeadline}
        type="date"
        value={deadline}
        problem={problem('/deadline')}
        onText={setDeadline}
      />
      <TextArea label={texts.note} value={note} rows={2} problem={problem('/note')} onText={setNote} />
      <div className="row">
        <Button type="submit" kind="primary" disabled={to === null} isBusy={state.state === 'SENDING'}>
          {to === null ? texts.handOver : texts.handOverTo(to.name)}
        </Button>
        <Button onClick={() => setIsOpen(false)}>{common.cancel}</Button>
      </div>
      {isSamePerson ? (
        <p className="field-problem" role="alert">
          {texts.samePerson}
        </p>
      ) : (
        <WriteNotice state={state} />
      )}
    </form>
  );
}

import { useQuery } from '@apollo/client/react';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { roleTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { accessTexts } from '../../locales/access-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { GrantFragment, GrantsDocument, ReviewGrantsDocument } from './access.operations.ts';

/** A grant waits from so many days before its review is due. */
const REVIEW_DAYS = 30;

type Outcome = '' | 'KEEP' | 'END';
type Judged = Readonly<Record<string, { readonly outcome: Outcome; readonly note: string }>>;

/** Grants whose review is due, judged together and recorded in one go; what is refused is said row by row. */
export function GrantReview() {
  const texts = useTexts(accessTexts).review;
  const language = useLanguage();
  const viewer = useViewer();
  const [judged, setJudged] = useState<Judged>({});
  const [state, send] = useWrite(ReviewGrantsDocument);
  // A day as the api writes it.
  const reviewDueBefore = addDays(viewer.today as LocalDate, REVIEW_DAYS + 1);
  const query = useQuery(GrantsDocument, { variables: { filter: { reviewDueBefore, activeOn: viewer.today } } });
  const of = (id: string) => judged[id] ?? { outcome: '' as const, note: '' };
  const change = (id: string, changes: Partial<Judged[string]>) =>
    setJudged((now) => ({ ...now, [id]: { ...(now[id] ?? { outcome: '', note: '' }), ...changes } }));
  const rows = Object.entries(judged).flatMap(([grant, { outcome, note }]) =>
    outcome === '' ? [] : [{ grant, outcome, note: note.trim() === '' ? null : note.trim().normalize('NFC') }],
  );
  const submit = async () => {
    const after = await send({ rows }, texts.label);
    if (after.state !== 'DONE') return;
    setJudged({});
    void query.refetch();
  };
  const refused = state.state === 'DONE' ? state.answer.rows.flatMap(({ errors }) => errors) : [];
  return (
    <>
      <p className="small quiet">
        {texts.what} <CertaintyMark certainty="ASSUMPTION" />
      </p>
      <QueryStates query={query} empty={texts.none}>
        {({ grants }) => {
          const due = nodesOf(grants)
            .map((grant) => readFragment(GrantFragment, grant))
            .filter(({ canManage }) => canManage);
          if (due.length === 0) return null;
          return (
            <>
              <RegisterTable
                label={texts.label}
                headings={Object.values(texts.headings)}
                rows={due.map((grant) => ({
                  key: grant.id,
                  isLate: grant.reviewDueOn !== null && grant.reviewDueOn < viewer.today,
                  cells: [
                    grant.holder,
                    roleTexts[grant.role][language],
                    grant.unit.name,
                    <DueMark key="due" dueOn={grant.reviewDueOn} />,
                    <select
                      key="outcome"
                      className="input"
                      aria-label={texts.outcome(grant.holder)}
                      value={of(grant.id).outcome}
                      // The three options below are all there is.
                      onChange={(event) => change(grant.id, { outcome: event.currentTarget.value as Outcome })}
                    >
                      {(['', 'KEEP', 'END'] as const).map((outcome) => (
                        <option key={outcome} value={outcome}>
                          {texts.outcomes[outcome]}
                        </option>
                      ))}
                    </select>,
                    <input
                      key="note"
                      className="input"
                      aria-label={texts.note(grant.holder)}
                      value={of(grant.id).note}
                      maxLength={2000}
                      onChange={(event) => change(grant.id, { note: event.currentTarget.value })}
                    />,
                  ],
                }))}
              />
              <div className="row">
                <Button
                  kind="primary"
                  disabled={rows.length === 0}
                  isBusy={state.state === 'SENDING'}
                  onClick={() => void submit()}
                >
                  {texts.submit}
                </Button>
              </div>
            </>
          );
        }}
      </QueryStates>
      {refused.length > 0 && (
        <div className="notice" role="alert">
          <p>{texts.refused}</p>
          <ul>
            {refused.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <WriteNotice state={state} />
    </>
  );
}

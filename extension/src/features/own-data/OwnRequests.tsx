import { useQuery } from '@apollo/client/react';
import { DATA_REQUEST_KINDS } from '@congvu/schema/registers';
import { dataRequestKindTexts, dataRequestStateTexts } from '@congvu/schema/texts';
import type { OwnRequestsQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ownDataTexts } from '../../locales/own-data-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { ActBar } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { someTerm } from '../register-list/register-filter.ts';
import { FileDataRequestDocument, WithdrawDataRequestDocument } from './own-data.mutations.ts';
import { OwnRequestsDocument } from './own-data.operations.ts';

type Request = NonNullable<OwnRequestsQuery['viewer']['record']>['requests']['edges'][number]['node'];

/** What the viewer asked about his data, with its clock and the answer, and the way to ask. */
export function OwnRequests() {
  const texts = useTexts(ownDataTexts);
  const query = useQuery(OwnRequestsDocument, { context: { purpose: 'DATA_PROTECTION' } });
  return (
    <>
      <p className="small quiet">{texts.requestsWhat}</p>
      <ActBar acts={[{ name: 'file', label: texts.file, form: (onClose) => <FileForm onClose={onClose} /> }]} />
      <QueryStates query={query} empty={texts.noRequests}>
        {({ viewer: { record } }) =>
          record === null || record.requests.edges.length === 0 ? null : (
            <ul className="plain-list stack">
              {nodesOf(record.requests).map((request) => (
                <li key={request.id} className="card stack">
                  <RequestCard request={request} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
    </>
  );
}

function RequestCard({ request }: { readonly request: Request }) {
  const texts = useTexts(ownDataTexts);
  const language = useLanguage();
  const { requestState, dueOn } = request;
  return (
    <>
      <div className="row spread">
        <h3>
          {dataRequestKindTexts[request.kind][language]} · {request.subject}
        </h3>
        <span className="state" data-state={requestState}>
          {dataRequestStateTexts[requestState][language]}
        </span>
      </div>
      <p className="row small">
        {texts.received(shownInstant(request.receivedAt))}
        {dueOn !== null && (
          <>
            <DueMark dueOn={dueOn} /> <CertaintyMark certainty={request.dueCertainty} />
          </>
        )}
      </p>
      <p className="written">{request.content}</p>
      {requestState !== 'WITHDRAWN' && <p className="small quiet">{request.way}</p>}
      {request.answer !== null && (
        <p className="reason">
          {texts.answer}: {request.answer}
        </p>
      )}
      {request.result !== null && (
        <p className="reason">
          {texts.result}: {request.result}
        </p>
      )}
      {request.requestActions.includes('WITHDRAW') && (
        <ActBar
          acts={[
            {
              name: 'withdraw',
              label: texts.withdraw,
              form: (onClose) => (
                <ActForm
                  document={WithdrawDataRequestDocument}
                  title={`${texts.withdraw} · ${request.subject}`}
                  act={texts.withdraw}
                  fields={[]}
                  toInput={() => ({ request: request.id, revision: request.revision })}
                  onClose={onClose}
                />
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function FileForm({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(ownDataTexts);
  const language = useLanguage();
  return (
    <ActForm
      document={FileDataRequestDocument}
      title={texts.file}
      act={texts.fileAct}
      fields={[
        {
          name: 'kind',
          label: texts.kind,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(dataRequestKindTexts, language),
        },
        { name: 'subject', label: texts.subject, kind: 'text', isRequired: true },
        { name: 'content', label: texts.content, kind: 'area', isRequired: true },
        { name: 'thirdParties', label: texts.thirdParties, kind: 'check' },
      ]}
      toInput={({ kind, subject, content, thirdParties }) => ({
        kind: someTerm(DATA_REQUEST_KINDS, kind),
        subject,
        content,
        thirdParties: thirdParties === 'true',
      })}
      onClose={onClose}
    />
  );
}

import { useQuery } from '@apollo/client/react';
import { dataRequestKindTexts, dataRequestStateTexts, restrictionScopeTexts } from '@congvu/schema/texts';
import type { DataRequestQuery } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { dataProtectionTexts } from '../../locales/data-protection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { ActBar } from '../register-list/ActBar.tsx';
import { BackLink } from '../register-list/BackLink.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { Facts } from '../register-list/Facts.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { DataRequestDocument } from './data-protection.operations.ts';
import { dataProtectionPath } from './data-protection-path.ts';
import { LiftForm, useRequestActs } from './use-request-acts.tsx';

export type OneRequest = Extract<NonNullable<DataRequestQuery['node']>, { __typename: 'DataRequest' }>;
type DataRequestRecordProps = { readonly id: string; readonly filters: Address['filters'] };

/** One request: what is asked, by when, what may be done with it, and what was restricted because of it. */
export function DataRequestRecord({ id, filters }: DataRequestRecordProps) {
  const texts = useTexts(dataProtectionTexts);
  const query = useQuery(DataRequestDocument, { variables: { id }, context: { purpose: 'DATA_PROTECTION' } });
  return (
    <div className="section stack">
      <BackLink path={dataProtectionPath} filters={{ ...filters, tab: 'requests' }} />
      <QueryStates query={query} empty={texts.gone}>
        {({ node }) => (node?.__typename === 'DataRequest' ? <RequestView request={node} /> : null)}
      </QueryStates>
    </div>
  );
}

function RequestView({ request }: { readonly request: OneRequest }) {
  const texts = useTexts(dataProtectionTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { requestState, dueOn } = request;
  const day = (date: string | null) => (date === null ? null : shownDate(date));
  const instant = (at: string | null) => (at === null ? null : shownInstant(at));
  return (
    <>
      <header className="stack">
        <h1>{request.employee.name}</h1>
        <p className="quiet">{request.employee.code}</p>
        <p className="row">
          <strong>
            {dataRequestKindTexts[request.kind][language]} · {request.subject}
          </strong>
          <span className="state" data-state={requestState}>
            {dataRequestStateTexts[requestState][language]}
          </span>
          {dueOn !== null && (
            <>
              <DueMark dueOn={dueOn} /> <CertaintyMark certainty={request.dueCertainty} />
            </>
          )}
        </p>
        <p className="written">{request.content}</p>
      </header>
      <ActBar acts={useRequestActs(request)} />
      <Facts
        facts={[
          [texts.way, request.way],
          [texts.thirdParties, request.thirdParties ? common.yes : common.no],
          [texts.received, shownInstant(request.receivedAt)],
          [texts.answerDueOn, shownDate(request.answerDueOn)],
          [texts.answeredAt, instant(request.answeredAt)],
          [texts.answer, request.answer],
          [texts.carryOutDueOn, day(request.carryOutDueOn)],
          [texts.extendedTo, day(request.extendedTo)],
          [texts.extensionReason, request.extensionReason],
          [texts.carriedOutAt, instant(request.carriedOutAt)],
          [texts.result, request.result],
          [texts.handledBy, request.handledBy],
        ]}
      />
      <SheetPart title={texts.restrictions}>
        <p className="small quiet">{texts.dutyGoesOn}</p>
        {request.restrictions.length === 0 && <p className="quiet">{texts.noRestrictions}</p>}
        <ul className="plain-list stack">
          {request.restrictions.map((each) => (
            <li key={each.id} className="stack">
              <span className="row">
                {restrictionScopeTexts[each.scope][language]} · {texts.restricted(shownDate(each.from))}
                {each.liftedOn !== null && ` · ${texts.lifted(shownDate(each.liftedOn))}`}
                <span className="small quiet">{each.recordedBy}</span>
              </span>
              {each.liftedOn === null && (
                <ActBar
                  acts={[
                    {
                      name: 'lift',
                      label: texts.act.lift,
                      form: (onClose) => <LiftForm restriction={each.id} onClose={onClose} />,
                    },
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
      </SheetPart>
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { RECOMMENDATION_KINDS, RECOMMENDATION_STATES } from '@congvu/schema/registers';
import { recommendationKindTexts, recommendationStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recommendationTexts } from '../../locales/recommendation-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { DueMark } from '../register-list/DueMark.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, toRegisterInput, writeRegisterFilter } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { isOver } from './is-over.ts';
import { PlaceCell } from './PlaceCell.tsx';
import { RecommendationsDocument } from './recommendations.operations.ts';
import { recommendationsPath } from './recommendations-path.ts';

/** Recommendations, the overdue first: to whom, who sees to it, until when. */
export function RecommendationList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(recommendationTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const own = viewer.employee?.assignment?.unit;
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? own?.code ?? '' }, ['owner']);
  const input = {
    ...toRegisterInput(filter),
    kind: termsOf(RECOMMENDATION_KINDS, filter.kind),
    state: termsOf(RECOMMENDATION_STATES, filter.state),
    owner: filter.extra.owner || null,
  };
  const query = useQuery(RecommendationsDocument, {
    variables: { filter: input },
    context: { purpose: 'INSPECTION' },
  });
  const kept = writeRegisterFilter(filter);
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <RegisterHead
        filter={filter}
        kinds={choicesOf(recommendationKindTexts, language)}
        states={choicesOf(recommendationStateTexts, language)}
        extras={
          own === undefined
            ? []
            : [{ name: 'owner', label: texts.mine, choices: [{ value: own.code, label: own.shortName }] }]
        }
        onApply={(next) => goTo({ path: recommendationsPath, item: null, filters: writeRegisterFilter(next) })}
        register="recommendations"
        input={input}
        purpose="INSPECTION"
      />
      <QueryStates query={query} empty={texts.empty}>
        {({ recommendations: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.title}
              headings={Object.values(texts.columns)}
              rows={nodesOf({ edges }).map((each) => ({
                key: each.id,
                isLate: each.overdue,
                cells: [
                  <span key="content">
                    <RecordLink path={recommendationsPath} item={each.id} filters={kept}>
                      {each.content}
                    </RecordLink>
                    <span className="post small quiet">{recommendationKindTexts[each.kind][language]}</span>
                  </span>,
                  <PlaceCell key="target" place={each.target} />,
                  <PlaceCell key="owner" place={each.owner} />,
                  <DueMark key="due" dueOn={each.dueOn} isOver={isOver(each.state)} />,
                  <span key="state" className="state" data-state={each.state}>
                    {recommendationStateTexts[each.state][language]}
                  </span>,
                ],
              }))}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          )
        }
      </QueryStates>
    </div>
  );
}

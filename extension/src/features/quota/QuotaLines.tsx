import { useQuery } from '@apollo/client/react';
import { readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { quotaTexts } from '../../locales/quota-texts.ts';
import { QuotaDocument, QuotaFigureFragment } from './quota.operations.ts';
import { quotaLine } from './quota-line.ts';

/** How many of how many may be outstanding, the agency first. Counts tell no names; nothing where they may not be seen. */
export function QuotaLines({ unit, period }: { readonly unit: string; readonly period: string }) {
  const texts = useTexts(quotaTexts);
  const language = useLanguage();
  const { data } = useQuery(QuotaDocument, { variables: { unit, period } });
  if (data === undefined || data.quota.total === null) return null;
  const [total, ...groups] = readFragment(QuotaFigureFragment, [data.quota.total, ...data.quota.groups]);
  // A group of which nobody is counted yet has nothing to say beside the agency.
  const figures = [...(total === undefined ? [] : [total]), ...groups.filter(({ pool }) => pool > 0)];
  return (
    <ul className="quota" aria-label={texts.title}>
      {figures.map(({ group, pool, limit, proposed, decided }) => {
        const line = quotaLine({ group: group?.name ?? null, pool, limit, proposed, decided }, language);
        return (
          <li key={group?.code ?? ''} data-state={line.state}>
            {line.sentence}
            {line.state === 'FULL' && limit > 0 && <strong> · {texts.full}</strong>}
            {line.state === 'ABOVE' && <strong> · {texts.above}</strong>}
          </li>
        );
      })}
    </ul>
  );
}

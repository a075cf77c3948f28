import type { ReactNode } from 'react';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';

export type TitleStandingRow = {
  readonly key: string;
  readonly name: string;
  readonly mark: ReactNode;
  readonly eligible: number;
  readonly missing: number;
  readonly held: number;
  readonly awarded: number;
  /** Null where the title has none. */
  readonly quota: {
    readonly percent: number;
    readonly limit: number;
    readonly used: number;
    readonly left: number;
  } | null;
};

/** A title a row: who would have it, who has it, and what its quota leaves. */
export function TitleStandingTable({ titles }: { readonly titles: readonly TitleStandingRow[] }) {
  const texts = useTexts(commendationTexts);
  return (
    <ScrollRegion label={texts.standing}>
      <table className="table figures">
        <thead>
          <tr>
            {Object.values(texts.standingColumns).map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {titles.map(({ key, name, mark, eligible, missing, held, awarded, quota }) => (
            <tr key={key}>
              <th scope="row">
                {name} {mark}
              </th>
              <td>{eligible}</td>
              <td>{missing}</td>
              <td>{held}</td>
              <td>{awarded}</td>
              <td>
                {quotaText(quota, texts)}
                {quota !== null && quota.limit > 0 && quota.left === 0 && <strong> · {texts.usedUp}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type QuotaTexts = Pick<(typeof commendationTexts)['vi'], 'noTitleQuota' | 'noTitlePlace' | 'titleQuota'>;

/** A share of too few comes to no place at all: that is neither used nor used up. */
function quotaText(quota: TitleStandingRow['quota'], texts: QuotaTexts): string {
  if (quota === null) return texts.noTitleQuota;
  const { percent, used, limit, left } = quota;
  return limit === 0 && used === 0 ? texts.noTitlePlace(percent) : texts.titleQuota(percent, used, limit, left);
}

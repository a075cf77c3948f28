import { useQuery } from '@apollo/client/react';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDate } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { CatalogueVersionsDocument } from './catalogue.operations.ts';

/** Every version with the decision that made it. */
export function VersionTable() {
  const texts = useTexts(catalogueTexts);
  const query = useQuery(CatalogueVersionsDocument);
  return (
    <QueryStates query={query} empty={texts.noVersions}>
      {({ catalogueVersions }) =>
        catalogueVersions.length === 0 ? null : (
          <ScrollRegion label={texts.versions}>
            <table className="table">
              <thead>
                <tr>
                  {[texts.version, texts.decision, texts.inForce].map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {catalogueVersions.map((each) => (
                  <tr key={each.code}>
                    <th scope="row">
                      <a href={writeAddress({ path: 'danh-muc', item: each.code, filters: {} })}>{each.name}</a>
                      <span className="small quiet post">
                        {each.code} <CertaintyMark certainty={each.certainty} />
                      </span>
                    </th>
                    <td>
                      {each.decisionNumber}
                      <span className="small quiet post">{shownDate(each.decidedOn)}</span>
                    </td>
                    <td className="small">
                      {texts.since(shownDate(each.validFrom), each.validTo === null ? null : shownDate(each.validTo))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )
      }
    </QueryStates>
  );
}

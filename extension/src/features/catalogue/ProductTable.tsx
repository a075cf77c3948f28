import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownFigure } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { CatalogueProductsDocument } from './catalogue.operations.ts';

/** The products of one version, a hundred at a time. */
export function ProductTable({ code }: { readonly code: string }) {
  const texts = useTexts(catalogueTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const [after, setAfter] = useState<string | null>(null);
  const query = useQuery(CatalogueProductsDocument, { variables: { after } });
  return (
    <QueryStates query={query} empty={texts.noVersions}>
      {({ catalogueVersions }) => {
        const version = catalogueVersions.find((each) => each.code === code);
        if (version === undefined) return null;
        const { pageInfo } = version.products;
        return (
          <>
            <h2>{version.name}</h2>
            <ScrollRegion label={texts.products}>
              <table className="table">
                <thead>
                  <tr>
                    {[texts.code, texts.name, texts.group, texts.points, texts.coefficient, texts.unitOfWork].map(
                      (heading) => (
                        <th key={heading} scope="col">
                          {heading}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {nodesOf(version.products).map((product) => (
                    <tr key={product.id}>
                      <td>{product.code}</td>
                      <th scope="row" className="plain">
                        {product.name} <CertaintyMark certainty={product.certainty} />
                      </th>
                      <td>{product.group}</td>
                      <td className="number">{shownFigure(product.points, language)}</td>
                      <td className="number">{shownFigure(product.coefficient, language)}</td>
                      <td>{product.unitOfWork}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            <div className="row">
              {after !== null && <Button onClick={() => setAfter(null)}>{common.first}</Button>}
              {pageInfo.hasNextPage && <Button onClick={() => setAfter(pageInfo.endCursor)}>{common.more}</Button>}
            </div>
          </>
        );
      }}
    </QueryStates>
  );
}

import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { writeAddress } from '../dashboard/address.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { ProductTable } from './ProductTable.tsx';
import { ProposalSection } from './ProposalSection.tsx';
import { VersionTable } from './VersionTable.tsx';

/** The versions of the catalogue and what is proposed for the next; or the products of one version. */
export function CataloguePage({ item }: ScreenProps) {
  const texts = useTexts(catalogueTexts);
  return (
    <div className="section stack">
      {item !== null && (
        <p className="steps">
          <a href={writeAddress({ path: 'danh-muc', item: null, filters: {} })}>
            <span aria-hidden="true">←</span> {texts.back}
          </a>
        </p>
      )}
      <h1>{texts.title}</h1>
      {item === null ? (
        <>
          <p className="small quiet">{texts.what}</p>
          <VersionTable />
          <ProposalSection />
        </>
      ) : (
        <ProductTable code={item} />
      )}
    </div>
  );
}

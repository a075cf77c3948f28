import { useTexts } from '../../locales/LanguageProvider.tsx';
import { siteAdapterTexts } from '../../locales/site-adapter-texts.ts';
import { writeAddress } from '../dashboard/address.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { AdapterTable } from './AdapterTable.tsx';
import { AdapterView } from './AdapterView.tsx';
import { ReportSection } from './ReportSection.tsx';

/** The adapters an office taught, with what they could not read; or one of them with its versions. */
export function AdaptersPage({ item }: ScreenProps) {
  const texts = useTexts(siteAdapterTexts);
  return (
    <div className="section stack">
      {item !== null && (
        <p className="steps">
          <a href={writeAddress({ path: 'bo-doc-trang', item: null, filters: {} })}>
            <span aria-hidden="true">←</span> {texts.back}
          </a>
        </p>
      )}
      {item === null ? (
        <>
          <h1>{texts.title}</h1>
          <p className="small quiet">{texts.what}</p>
          <AdapterTable />
          <ReportSection />
        </>
      ) : (
        <AdapterView name={item} />
      )}
    </div>
  );
}

import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { type TabView, useTabOrigin } from '../open-document/use-tab.ts';
import { may, useViewer } from '../session/viewer.ts';
import { useSites } from '../sites/use-sites.ts';

type TeachButtonProps = { readonly tabId: number | null; readonly view: TabView; readonly onTeach: () => void };

/** Offered to those who keep adapters, for a page whose site is on. */
export function TeachButton({ tabId, view, onTeach }: TeachButtonProps) {
  const texts = useTexts(teachingTexts);
  const viewer = useViewer();
  const origin = useTabOrigin(tabId, view.pages);
  const sites = useSites();
  if (!may(viewer, 'ADAPTER_MANAGE') || origin === null || !sites.on.includes(origin)) return null;
  return (
    <div className="section stack">
      <p className="small quiet">{texts.teachWhat}</p>
      <div className="row">
        <Button onClick={onTeach}>{texts.teach}</Button>
      </div>
    </div>
  );
}

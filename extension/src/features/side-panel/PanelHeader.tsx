import { browser } from 'wxt/browser';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { queueTexts } from '../../locales/queue-texts.ts';
import { sessionTexts } from '../../locales/session-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { SignOutButton } from '../session/SignOutButton.tsx';
import { useViewer } from '../session/viewer.ts';

/** Who works here and where; what waits to be sent; the ways out. */
export function PanelHeader({ waiting, kept }: { readonly waiting: number; readonly kept: number }) {
  const texts = useTexts(sessionTexts);
  const queue = useTexts(queueTexts);
  const viewer = useViewer();
  const assignment = viewer.employee?.assignment;
  return (
    <header className="section">
      <div className="row spread">
        <h1>{assignment ? `${assignment.unit.shortName} · ${assignment.title}` : viewer.displayName}</h1>
        {waiting > 0 && <strong role="status">● {queue.waiting(waiting)}</strong>}
      </div>
      <div className="row small">
        <span className="quiet">{viewer.displayName}</span>
        <a href={browser.runtime.getURL('/dashboard.html')} target="_blank" rel="noreferrer">
          {texts.dashboard}
        </a>
        <Button kind="link" onClick={() => void browser.runtime.openOptionsPage()}>
          {texts.options}
        </Button>
        <SignOutButton kept={kept} />
      </div>
    </header>
  );
}

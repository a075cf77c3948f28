import { type ReactNode, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { followReady } from './update-ready.ts';

/** How often a screen looks whether its extension is still there. Milliseconds. */
const lookEvery = 1_000;

/**
 * Above every screen: a new version waits, or this screen belongs to a version that is gone and can do nothing but load
 * again. The browser closes most screens at an update by itself; one that it leaves must not lie dead.
 */
export function UpdateNotice({ children }: { readonly children: ReactNode }) {
  const texts = useTexts(stateTexts);
  const isGone = useIsGone();
  const [isReady, setIsReady] = useState(false);
  useEffect(() => followReady(setIsReady), []);
  if (isGone) {
    return (
      <main className="section stack">
        <p role="alert">{texts.updated}</p>
        <div className="row">
          <Button kind="primary" onClick={() => location.reload()}>
            {texts.reload}
          </Button>
        </div>
      </main>
    );
  }
  return (
    <>
      {isReady && (
        <div className="notice row spread" role="status">
          <span>{texts.updateReady}</span>
          <Button onClick={() => void sendToBackground('update.apply', {})}>{texts.reload}</Button>
        </div>
      )}
      {children}
    </>
  );
}

function useIsGone(): boolean {
  const [isGone, setIsGone] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setIsGone(isExtensionGone()), lookEvery);
    return () => clearInterval(timer);
  }, []);
  return isGone;
}

/** The browser takes the extension's interfaces away from contexts of a version that was replaced or removed. */
function isExtensionGone(): boolean {
  return browser.runtime?.id === undefined;
}

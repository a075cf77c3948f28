import { useState } from 'react';
import { browser } from 'wxt/browser';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { parseOrigin, patternOf } from './site-list.ts';

type SiteSwitchProps = {
  readonly origin: string | null;
  /** It is the site of a frame in the page, and asked for by itself. */
  readonly isFrame?: boolean;
};

/** Switches one site on. `origin` null: the browser does not tell which site it is, so the person writes it. */
export function SiteSwitch({ origin, isFrame = false }: SiteSwitchProps) {
  const texts = useTexts(panelTexts);
  const [typed, setTyped] = useState('');
  const [hint, setHint] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const switchOn = async () => {
    const site = origin ?? parseOrigin(typed);
    setProblem(null);
    setHint(site === null ? texts.siteAddressWrong : null);
    if (site === null) return;
    // The first await of this click: the browser asks only within it.
    const isGranted = await browser.permissions.request({ origins: [patternOf(site)] }).catch(() => false);
    if (!isGranted) {
      setHint(texts.siteRefused);
      return;
    }
    const answer = await sendToBackground('site.switchOn', { origin: site });
    if (!answer.ok) setProblem(answer.error.code);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void switchOn();
      }}
    >
      <p>{origin === null ? texts.siteUnknown : isFrame ? texts.frameOff(origin) : texts.siteOff(origin)}</p>
      {origin === null && (
        <TextField label={texts.siteAddress} value={typed} onText={setTyped} inputMode="url" placeholder="https://" />
      )}
      <div className="row">
        <Button type="submit" kind="primary">
          {isFrame ? texts.switchOnFrame : texts.switchOn}
        </Button>
      </div>
      {hint !== null && <p role="alert">{hint}</p>}
      {problem !== null && <Problem code={problem} />}
    </form>
  );
}

import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { settingsTexts } from '../../locales/settings-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { SiteSwitch } from '../sites/SiteSwitch.tsx';
import { useSites } from '../sites/use-sites.ts';

/** Every site the extension may read, each with the way to give that back. */
export function SitesSection() {
  const texts = useTexts(settingsTexts);
  const { on, ungranted, managed } = useSites();
  const [problem, setProblem] = useState<string | null>(null);
  const switchOff = async (origin: string) => {
    const answer = await sendToBackground('site.switchOff', { origin });
    setProblem(answer.ok ? null : answer.error.code);
  };
  return (
    <section className="section stack">
      <h2>{texts.sites}</h2>
      <p className="small quiet">{texts.sitesReason}</p>
      {on.length === 0 && ungranted.length === 0 && <p>{texts.noSites}</p>}
      <ul className="plain-list stack">
        {on.map((site) => (
          <li key={site} className="row spread">
            <span>{site}</span>
            {managed.includes(site) ? (
              <span className="small quiet">{texts.managed}</span>
            ) : (
              <Button onClick={() => void switchOff(site)}>{texts.switchOff(site)}</Button>
            )}
          </li>
        ))}
        {ungranted.map((site) => (
          <li key={site} className="stack">
            <span>
              {site} <span className="small quiet">{managed.includes(site) ? texts.managed : ''}</span>
            </span>
            <SiteSwitch origin={site} />
          </li>
        ))}
      </ul>
      {problem !== null && <Problem code={problem} />}
      <h3>{texts.addSite}</h3>
      <SiteSwitch origin={null} />
    </section>
  );
}

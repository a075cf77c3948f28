import { useEffect, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { sessionTexts } from '../../locales/session-texts.ts';
import { settingsTexts } from '../../locales/settings-texts.ts';
import { findServer, type ServerSetting } from '../../settings/server-address.ts';
import { DemonstrationBand } from '../../ui/DemonstrationBand.tsx';
import { isDemonstration } from '../session/demonstration.ts';
import { AdaptersSection } from '../site-adapters/AdaptersSection.tsx';
import { LanguageField } from './LanguageField.tsx';
import { ServerForm } from './ServerForm.tsx';
import { SitesSection } from './SitesSection.tsx';

/** Needs no sign-in: it is where the server is named to sign in to. */
export function OptionsPage() {
  const texts = useTexts(settingsTexts);
  const session = useTexts(sessionTexts);
  const [setting, setSetting] = useState<ServerSetting | null>(null);
  const read = () => void findServer().then(setSetting);
  useEffect(read, []);
  return (
    <>
      {setting !== null && isDemonstration(setting.server) && <DemonstrationBand />}
      <main className="options-page">
        <h1 className="section">
          {session.productName} · {texts.title}
        </h1>
        {setting !== null && <ServerForm key={setting.server} setting={setting} onSaved={read} />}
        <SitesSection />
        <AdaptersSection />
        <LanguageField />
      </main>
    </>
  );
}

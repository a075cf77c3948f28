import { useState } from 'react';
import { browser } from 'wxt/browser';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { settingsTexts } from '../../locales/settings-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { chooseServer, parseServer, type ServerSetting } from '../../settings/server-address.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { patternOf } from '../sites/site-list.ts';

type ServerFormProps = { readonly setting: ServerSetting; readonly onSaved: () => void };

/** The office's address. Another server means another sign-in: tokens of the old one go nowhere else. */
export function ServerForm({ setting, onSaved }: ServerFormProps) {
  const texts = useTexts(settingsTexts);
  const [typed, setTyped] = useState(setting.server);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const isManaged = setting.from === 'POLICY';
  const save = async () => {
    const server = parseServer(typed);
    setIsSaved(false);
    setProblem(server === null ? texts.serverWrong : null);
    if (server === null) return;
    // The first await of this click: the browser asks only within it. Granted at install for the built default.
    const isGranted = await browser.permissions.request({ origins: [patternOf(server)] }).catch(() => false);
    if (!isGranted) {
      setProblem(texts.serverRefused);
      return;
    }
    if (server !== setting.server) await sendToBackground('session.signOut', { writes: 'KEEP' });
    await chooseServer(server);
    setIsSaved(true);
    onSaved();
  };
  return (
    <form
      className="section stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{texts.server}</h2>
      <TextField
        label={texts.serverAddress}
        value={typed}
        problem={problem}
        inputMode="url"
        disabled={isManaged}
        onText={setTyped}
      />
      {isManaged ? (
        <p className="small quiet">{texts.serverFromPolicy}</p>
      ) : (
        <div className="row">
          <Button type="submit">{texts.save}</Button>
        </div>
      )}
      {isSaved && <Notice>{texts.serverSaved}</Notice>}
    </form>
  );
}

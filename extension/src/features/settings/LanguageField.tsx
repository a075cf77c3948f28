import { useEffect, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { isLanguage } from '../../locales/language.ts';
import { settingsTexts } from '../../locales/settings-texts.ts';
import { languageChoice } from '../../settings/language-choice.ts';
import { Field } from '../../ui/Field.tsx';

export function LanguageField() {
  const texts = useTexts(settingsTexts);
  const [choice, setChoice] = useState('');
  useEffect(() => void languageChoice.getValue().then((language) => setChoice(language ?? '')), []);
  const choose = (value: string) => {
    setChoice(value);
    void languageChoice.setValue(isLanguage(value) ? value : null);
  };
  return (
    <section className="section">
      <Field label={texts.language}>
        {(control) => (
          <select {...control} className="input" value={choice} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{texts.browserLanguage}</option>
            <option value="vi">Tiếng Việt</option>
            <option value="en">English</option>
          </select>
        )}
      </Field>
    </section>
  );
}

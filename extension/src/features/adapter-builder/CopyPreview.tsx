import { useState } from 'react';
import { adapterVersionTexts } from '../../locales/adapter-version-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';

/** Exactly what is, or will be, kept of a page: its text, and shown plainly in a frame that runs and loads nothing. */
export function CopyPreview({ name, html }: { readonly name: string; readonly html: string }) {
  const texts = useTexts(adapterVersionTexts);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="stack">
      <Button
        kind="link"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? texts.copyHide : texts.copyShow}: ${name}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? texts.copyHide : texts.copyShow}
      </Button>
      {isOpen && (
        <>
          <iframe className="copy-frame" title={`${texts.copyFrame}: ${name}`} sandbox="" srcDoc={html} />
          <ScrollRegion label={`${texts.copyText}: ${name}`}>
            <pre className="copy-text small">{html}</pre>
          </ScrollRegion>
        </>
      )}
    </div>
  );
}

import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { reminderTexts } from '../../locales/reminder-texts.ts';
import { type ShowWaiting, WaitingList } from './WaitingList.tsx';

/** What waits for the viewer, folded until he looks: the list names people, and reading it is logged. */
export function WaitingSection({ onShow }: { readonly onShow: ShowWaiting }) {
  const texts = useTexts(reminderTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="section" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.heading}</summary>
      {isOpen && <WaitingList onShow={onShow} />}
    </details>
  );
}

import { useTexts } from '../../locales/LanguageProvider.tsx';
import { queueTexts } from '../../locales/queue-texts.ts';
import { Notice, Problem } from '../../ui/Notice.tsx';
import type { WriteState } from './use-write.ts';

/** One line under a form: saved, waiting, or what was wrong. */
export function WriteNotice({ state }: { readonly state: WriteState }) {
  const texts = useTexts(queueTexts);
  switch (state.state) {
    case 'IDLE':
    case 'SENDING':
      return null;
    case 'DONE':
      return <Notice>{texts.done}</Notice>;
    case 'QUEUED':
      return <Notice>{texts.queued}</Notice>;
    case 'REFUSED': {
      const [path] = Object.keys(state.fields);
      if (path === undefined) return <Problem code={state.code} message={state.message} />;
      return <Problem code={state.fields[path] ?? state.code} message={state.messages[path] ?? null} />;
    }
    default:
      return state satisfies never;
  }
}

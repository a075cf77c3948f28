import type { Level } from '@congvu/schema/evaluation';
import { levelMarks, levelTexts } from '@congvu/schema/texts';
import { useLanguage } from '../locales/LanguageProvider.tsx';

/** Word, shape and colour: never by colour alone. `null`: not classified, or not enough data. */
export function LevelMark({ level }: { readonly level: Level | null }) {
  const language = useLanguage();
  return (
    <span
      className="level"
      data-level={level ?? 'NONE'}
      title={level === null ? undefined : levelTexts[level][language]}
    >
      {level !== null && (
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
          <LevelShape level={level} />
        </svg>
      )}
      {level === null ? '—' : levelMarks[level]}
    </span>
  );
}

/** The shape alone, in a square of 16, in the colour of what is around it: for plots. */
export function LevelShape({ level }: { readonly level: Level }) {
  switch (level) {
    case 'OUTSTANDING':
      return <path fill="currentColor" d="M8 1l2.1 4.6 5 .6-3.7 3.4 1 4.9L8 12l-4.4 2.5 1-4.9L.9 6.2l5-.6z" />;
    case 'GOOD':
      return <circle cx="8" cy="8" r="6.5" fill="currentColor" />;
    case 'COMPLETED':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path fill="currentColor" d="M8 2a6 6 0 0 0 0 12z" />
        </>
      );
    case 'NOT_COMPLETED':
      return <path fill="none" stroke="currentColor" strokeWidth="2" d="M8 1.5L14.5 8 8 14.5 1.5 8z" />;
    default:
      return level satisfies never;
  }
}

import type { FrameTexts } from './frame-texts.ts';

/** What the api made for display ("87.67") with the language's decimal mark; a dash where there is no figure. */
export const figureText = (display: string | null, texts: FrameTexts): string =>
  display === null ? '—' : display.replace('.', texts.decimalMark);

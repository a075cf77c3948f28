import type { LocalisedText } from '../primitives/locale.ts';

/** What is missing where it is no component of a score: each says what to state. */
export const evidenceTexts: ReadonlyMap<string, LocalisedText> = new Map([
  [
    'proof',
    {
      vi: 'Hãy nêu văn bản hoặc kết quả chứng minh đã thực hiện.',
      en: 'State the document or result that proves it was done.',
    },
  ],
  ['document', { vi: 'Hãy nêu văn bản làm căn cứ.', en: 'Name the document it rests on.' }],
  ['verification', { vi: 'Hãy nêu văn bản xác minh.', en: 'Name the document of the verification.' }],
]);

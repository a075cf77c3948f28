import { strFromU8, unzipSync } from 'fflate';

/** The parts of a DOCX as text, by their path. */
export function partsOf(docx: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The text of each paragraph of a DOCX in reading order, those in tables included. */
export function paragraphsOf(docx: Uint8Array): readonly string[] {
  const document = partsOf(docx)['word/document.xml'] ?? '';
  return [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([xml]) =>
    unescaped(xml.replace(/<w:br\/>/g, '\n').replace(/<[^>]+>/g, '')),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

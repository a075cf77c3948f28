/** A file as the api takes it: gzip of its bytes, in base64. */
export async function packFile(file: Blob): Promise<string> {
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  return toBase64(new Uint8Array(packed));
}

/** Bytes a call of the platform takes at once without running out of stack. */
const chunk = 32_768;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += chunk)
    text += String.fromCharCode(...bytes.subarray(from, from + chunk));
  return btoa(text);
}

/** The heading of a file to be filled in; a byte order mark tells spreadsheets that it is UTF-8. */
export function templateOf(columns: readonly { readonly text: string }[]): Blob {
  const heading = columns.map(({ text }) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
  return new Blob([`\uFEFF${heading.join(',')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

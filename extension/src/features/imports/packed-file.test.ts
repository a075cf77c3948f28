import { describe, expect, it } from 'vitest';
import { packFile, templateOf } from './packed-file.ts';

async function unpack(content: string): Promise<string> {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

describe('a file', () => {
  it('is packed and comes out as it was, also where it is long', async () => {
    const text = `Mã cán bộ;Số quyết định\n${'CB001;12/QĐ-SNV\n'.repeat(20_000)}`;
    const content = await packFile(new Blob([text]));
    expect(content.length).toBeLessThan(text.length / 10);
    expect(await unpack(content)).toBe(text);
  });

  it('of a template is its heading, quoted where it must be', async () => {
    const template = await templateOf([{ text: 'Mã cán bộ' }, { text: 'Tên, số' }]).text();
    expect(template.replace('\uFEFF', '')).toBe('Mã cán bộ,"Tên, số"\r\n');
  });
});

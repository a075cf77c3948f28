import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitePeople } from './people.ts';
import { type DocumentsSite, startDocumentsSite } from './start-documents-site.ts';

describe('the sample documents site', () => {
  let site: DocumentsSite;
  beforeAll(async () => {
    site = await startDocumentsSite({ port: 0, today: '2026-11-22' });
  });
  afterAll(() => site.close());
  const get = async (path: string): Promise<string> => (await fetch(new URL(path, site.url))).text();

  it.each([
    ['ioffice/qlvbdh/main', 20],
    ['ioffice/qlvbdh/main?size=1000', 1000],
    ['ioffice/qlvbdh/main?size=20&page=50', 20],
    ['ioffice/qlvbdh/main?size=-1', 20],
  ])('lists at %s %i rows', async (path, count) => {
    expect((await get(path)).match(/<tr id="vb_/g)).toHaveLength(count);
  });

  it('shows overdue, due and coming deadlines and a document marked Mật', async () => {
    const text = await get('ioffice/qlvbdh/main');
    for (const part of ['>20/11/2026<', '>22/11/2026<', '>25/11/2026<', 'do_mat="Mật"']) expect(text).toContain(part);
  });

  it('prints hostile cells as text', async () => {
    const text = await get('ioffice/qlvbdh/main?mau=bat-thuong');
    expect(text).not.toContain('<img src=x');
    expect(text.length).toBeGreaterThan(300_000);
  });

  it('answers the single-page system its page for every address and its records by name alone', async () => {
    expect(await get('spa/van-ban/12')).toContain('spa-client.js');
    const records = JSON.parse(await get('spa/api/documents?size=200')) as { handler: string }[];
    expect(records).toHaveLength(200);
    expect(JSON.stringify(records)).not.toMatch(/AB00/);
  });

  it('knows no other address and writes nothing', async () => {
    expect((await fetch(new URL('ioffice/qlvbdh/van-ban-den/0', site.url))).status).toBe(404);
    expect((await fetch(new URL('elsewhere', site.url))).status).toBe(404);
    expect((await fetch(new URL('ioffice/qlvbdh/main', site.url), { method: 'POST' })).status).toBe(405);
  });
});

describe('the people of the sample documents', () => {
  it('are the demonstration employee first, two of one name, and some the manager may not give tasks', () => {
    expect(sitePeople[0]?.userName).toBe('chuyenvien');
    const names = sitePeople.map(({ name }) => name);
    expect(new Set(names).size).toBeLessThan(names.length);
  });
});

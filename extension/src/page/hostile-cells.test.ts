import { pageRowShape } from '@congvu/schema/page-reading';
import { describe, expect, it } from 'vitest';
import { builtInAdapters } from '../adapters/built-in-adapters.ts';
import { getPage, openHtml } from '../adapters/saved-page.ts';
import { readDocument } from './read-document.ts';

const ioffice = builtInAdapters.find(({ name }) => name === 'vnpt-ioffice');
if (!ioffice) throw new Error('vnpt-ioffice is built in');
const { fields } = getPage(ioffice, 'LIST');

const read = (attributes: Readonly<Record<string, string>>, name: string, deadline = '25/11/2026') => {
  const document = openHtml(
    '<table><tbody><tr><td class="vanbanden_nguoi_xuly"><b></b></td><td></td></tr></tbody></table>',
  );
  const row = document.querySelector('tr');
  const bold = document.querySelector('b');
  const last = document.querySelector('td:last-child');
  if (!row || !bold || !last) throw new Error('the row was written above');
  const all = { so_ky_hieu: '12/UBND', do_mat: 'Thường', role_type_code: 'xlc', ...attributes };
  for (const [key, value] of Object.entries(all)) row.setAttribute(key, value);
  bold.textContent = name;
  last.className = 'vanbanden_hienthi_han_xuly';
  last.textContent = deadline;
  return readDocument(fields, row);
};

describe('hostile cells', () => {
  it('with script are text within the whitelist', () => {
    const script = '<script>alert(1)</script>';
    const reading = read({ don_vi_ban_hanh: script }, script);
    expect(reading).toMatchObject({ state: 'READ', content: { issuer: script, handlers: [{ name: script }] } });
    expect(reading.state === 'READ' && pageRowShape.safeParse({ key: 1, ...reading.content }).success).toBe(true);
  });

  it('with 100,000 characters name nobody and no document', () => {
    expect(read({}, 'Nguyễn '.repeat(15_000))).toMatchObject({ state: 'READ', content: { handlers: [] } });
    expect(read({ so_ky_hieu: `2/${'A'.repeat(100_000)}` }, 'Lý Văn Lực')).toEqual({ state: 'UNREADABLE' });
  });

  it('with decomposed letters and unseen characters give the same line as ordinary ones', () => {
    const plain = read({}, 'Phạm Kim Xuân');
    expect(read({}, `\u00a0${'Phạm Kim Xuân'.normalize('NFD')}\u200b`)).toEqual(plain);
  });

  it('with a day no calendar has leave the deadline empty', () => {
    expect(read({}, 'Lý Văn Lực', '31/02/2026')).toMatchObject({ content: { deadline: null } });
  });
});

describe('secrecy', () => {
  it.each(['Mật', 'MẬT', 'Tối mật', 'Tuyệt mật', 'khác thường', 'x'.repeat(1_000)])(
    '%s: nothing is read',
    (secrecy) => {
      expect(read({ do_mat: secrecy }, 'Lý Văn Lực')).toEqual({ state: 'SECRET' });
    },
  );

  it.each(['Thường', 'thường ', '', 'THƯỜNG'.normalize('NFD')])('"%s" is normal', (secrecy) => {
    expect(read({ do_mat: secrecy }, 'Lý Văn Lực').state).toBe('READ');
  });
});

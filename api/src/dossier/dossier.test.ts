import { createHash } from 'node:crypto';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraphsOf } from '../forms/testing/document-text.ts';
import { putInYear, type YearRows } from '../forms/testing/year-of.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let person: { readonly id: string; readonly code: string; readonly name: string };
let year: YearRows;

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<typeof person>(
    `select e.id, e.code, e.name from congvu.user_account u join congvu.employee e on e.id = u.employee_id where u.user_name = 'chuyenvien'`,
  );
  if (rows[0] === undefined) throw new Error('The demonstration has an officer.');
  person = rows[0];
  year = await putInYear(office.ownerPool, person.id, 'H99.01');
});
afterAll(() => office?.close());

async function get(userName: string, path: string, init: RequestInit = {}): Promise<Response> {
  const authorization = `Bearer ${await office.tokenOf(userName)}`;
  return fetch(new URL(path, office.url), { ...init, headers: { authorization, ...init.headers } });
}
const bytesOf = async (response: Response) => {
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const form02 = (id: string) => `/files/form-02/${encodeGlobalID('Classification', id)}.docx`;
const dossier = (code = person.code, of = '2026') => `/files/dossier/${code}/${of}.zip`;
const nameOf = (response: Response) =>
  decodeURIComponent(response.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '');

describe('Mẫu 02', () => {
  test('has twelve months with their notes, the mean, both levels, the decision and the handling', async () => {
    const response = await get('nhansu', form02(year.classification));
    expect(nameOf(response)).toBe(`Mẫu 02 2026 ${person.code} ${person.name}.docx`);
    const text = paragraphsOf(await bytesOf(response));
    expect(text).toContain('PHIẾU XẾP LOẠI CHẤT LƯỢNG');
    expect(text.filter((each) => /^Tháng \d\d$/.test(each))).toHaveLength(12);
    const march = text.indexOf('Tháng 03');
    expect(text.slice(march, march + 6)).toEqual(['Tháng 03', '–', 'Nghỉ ốm', 'Tháng 04', '87,67', '']);
    expect(text).toContain('Điểm trung bình năm: 87,67 (chính xác: 263/3)');
    expect(text).toContain('Mức tự xếp loại: Hoàn thành xuất sắc nhiệm vụ');
    expect(text).toContain('Mức tương ứng với điểm: Hoàn thành tốt nhiệm vụ');
    expect(text).toContain('Mức xếp loại: Hoàn thành tốt nhiệm vụ');
    expect(text).toContain('Quyết định: số 2/QĐ-SNV ngày 20/12/2026');
    expect(text).toContain('Lý do khác với đề xuất: Giải quyết kiến nghị');
    expect(text).toContain('Bồi dưỡng, đào tạo');
    expect(text.filter((each) => each.startsWith('Ngày '))).toEqual(['Ngày 03/12/2026', 'Ngày 20/12/2026']);
  });

  test('of a superseded decision says what took its place', async () => {
    const response = await get('nhansu', form02(year.superseded));
    expect(nameOf(response)).toContain('(bản 1, đã được thay thế)');
    expect(paragraphsOf(await bytesOf(response))).toContain(
      'KẾT QUẢ ĐÃ ĐƯỢC THAY THẾ: bản số 1 được thay thế bằng bản số 2 ngày 20/12/2026 theo Quyết định số 2/QĐ-SNV',
    );
  });

  test('shows the person no decision he was not told of, and the authority all the while', async () => {
    await office.ownerPool.query(
      `update congvu.classification set notified_at = null, state = 'DECIDED' where id = $1`,
      [year.classification],
    );
    const own = paragraphsOf(await bytesOf(await get('chuyenvien', form02(year.classification))));
    expect(own.filter((each) => each.includes('2/QĐ-SNV') || each.includes('Bồi dưỡng'))).toEqual([]);
    expect(own).toContain('CHƯA CÓ QUYẾT ĐỊNH XẾP LOẠI: số liệu tạm tính');
    const others = paragraphsOf(await bytesOf(await get('nhansu', form02(year.classification))));
    expect(others).toContain('Quyết định: số 2/QĐ-SNV ngày 20/12/2026');
    await office.ownerPool.query(
      `update congvu.classification set notified_at = '2026-12-20T03:00:00Z', state = 'NOTIFIED' where id = $1`,
      [year.classification],
    );
  });

  test('is not there for who may not see the year', async () => {
    for (const userName of ['thanhtra', 'quantri'])
      expect((await get(userName, form02(year.classification))).status).toBe(404);
  });
});

describe('minutes', () => {
  const path = () => `/files/minutes/${encodeGlobalID('ClassificationMeeting', year.meeting)}.docx`;

  test('say who met, when and what was said', async () => {
    const response = await get('nhansu', path());
    expect(nameOf(response)).toMatch(/^Biên bản họp 2026-12-04 Phòng .*\.docx$/);
    const text = paragraphsOf(await bytesOf(response));
    for (const line of [
      'Số: 05/BB-SNV',
      'BIÊN BẢN',
      'Ngày họp: 04/12/2026',
      'Chủ trì: Trần Chủ Trì',
      'Có mặt: 12 người',
      'Vắng mặt: 1 người',
      'Từng người tự nhận xét.',
      'Tập thể góp ý, biểu quyết.',
    ]) {
      expect(text).toContain(line);
    }
  });

  test('are open to whom they concern and logged for the people in them', async () => {
    expect((await get('chuyenvien', path())).status).toBe(200);
    for (const userName of ['thanhtra', 'quantri']) expect((await get(userName, path())).status).toBe(404);
    const { rows } = await office.ownerPool.query(
      `select count(*)::int as n from congvu.access_entry where employee_id = $1 and kind = 'classification+file'`,
      [person.id],
    );
    expect(rows[0].n).toBeGreaterThan(0);
  });
});

/** Papers of the Party committee that the index names. */
function index(archive: Uint8Array): readonly unknown[] {
  const { files } = JSON.parse(strFromU8(unzipSync(archive)['muc-luc.json'] ?? new Uint8Array()));
  return files.filter((file: { section: string }) => file.section === 'party');
}

describe('a dossier', () => {
  test('holds everything of the year, superseded decisions too, each with its checksum', async () => {
    const response = await get('nhansu', dossier());
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(nameOf(response)).toBe(`Hồ sơ 2026 ${person.code} ${person.name}.zip`);
    const files = unzipSync(await bytesOf(response));
    const paths = Object.keys(files);
    const { rows } = await office.ownerPool.query<{ period: string }>(
      'select period from congvu.period_sheet where employee_id = $1 order by period',
      [person.id],
    );
    expect(paths).toEqual([
      '1-bien-ban/bien-ban-2026-12-04-1.docx',
      ...rows.map(({ period }) => `2-phieu-thang/mau-01-${period}.docx`),
      '3-phieu-nam/mau-02-2026-ban-1-da-thay-the.docx',
      '3-phieu-nam/mau-02-2026-ban-2.docx',
      '4-y-kien-cap-uy/y-kien-cap-uy-ban-1.docx',
      '4-y-kien-cap-uy/y-kien-cap-uy-ban-2.docx',
      '5-kien-nghi/kien-nghi-ban-1-1.docx',
      'muc-luc.docx',
      'muc-luc.json',
      'SHA256SUMS',
    ]);
    const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array())
      .trimEnd()
      .split('\n');
    expect(sums).toEqual(paths.slice(0, -1).map((path) => `${sha256(files[path] ?? new Uint8Array())}  ${path}`));
    const petition = paragraphsOf(files['5-kien-nghi/kien-nghi-ban-1-1.docx'] ?? new Uint8Array());
    for (const line of ['Hạn giải quyết: 24/12/2026', 'Đề nghị xem lại tháng 3', 'Chấp nhận kiến nghị'])
      expect(petition).toContain(line);
  });

  test('names in its index each paper and where the audit chain stands', async () => {
    const files = unzipSync(await bytesOf(await get('nhansu', dossier())));
    const index = JSON.parse(strFromU8(files['muc-luc.json'] ?? new Uint8Array()));
    const { rows } = await office.ownerPool.query<{ sequence: string; hash: string }>(
      `select sequence::text, encode(hash, 'hex') as hash from congvu.audit_head order by audit_head.sequence desc limit 1`,
    );
    expect(index.audit ?? {}).toMatchObject(rows[0] ?? {});
    expect(index.files.find((file: { path: string }) => file.path.endsWith('ban-1-da-thay-the.docx'))).toMatchObject({
      section: 'year',
      superseded: true,
    });
    const text = paragraphsOf(files['muc-luc.docx'] ?? new Uint8Array());
    expect(text.some((each) => each.includes(index.files[0].sha256))).toBe(true);
  });

  test('is the same bytes for the same data', async () => {
    const [first, second] = [
      await bytesOf(await get('nhansu', dossier())),
      await bytesOf(await get('nhansu', dossier())),
    ];
    expect(sha256(first)).toBe(sha256(second));
  });

  test('is one’s own to fetch, a manager’s for his people, and nobody else’s', async () => {
    expect((await get('chuyenvien', dossier())).status).toBe(200);
    expect((await get('quanly', dossier())).status).toBe(200);
    for (const userName of ['thanhtra', 'quantri']) {
      const response = await get(userName, dossier());
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
    }
    const { rows } = await office.ownerPool.query<{ code: string }>(
      `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id join congvu.unit u on u.id = a.unit_id
       where u.code = 'H99.02.01' and a.post = 'STAFF' limit 1`,
    );
    expect((await get('quanly', dossier(rows[0]?.code))).status).toBe(404);
    expect((await get('chuyenvien', dossier(rows[0]?.code))).status).toBe(404);
  });

  test('holds what the Party committee said for the person and who may read Party data, not for a manager', async () => {
    const papers = async (userName: string) =>
      Object.keys(unzipSync(await bytesOf(await get(userName, dossier())))).filter((path) => path.startsWith('4-'));
    const asked = async (userName: string) => {
      const { data } = await office.as(userName)(
        'query Q($id: ID!) { node(id: $id) { ... on Classification { partyOpinion { opinion } } } }',
        { id: encodeGlobalID('Classification', year.classification) },
      );
      return data.node.partyOpinion?.opinion ?? null;
    };
    for (const userName of ['chuyenvien', 'nhansu']) {
      expect([userName, (await papers(userName)).length]).toEqual([userName, 2]);
      expect([userName, await asked(userName)]).toEqual([userName, expect.stringMatching(/./)]);
    }
    expect(await papers('quanly')).toEqual([]);
    expect(await asked('quanly')).toBeNull();
    expect(index(await bytesOf(await get('quanly', dossier())))).toEqual([]);
  });

  test('of a year without anything, or of nobody, is not found', async () => {
    for (const path of [dossier(person.code, '2019'), dossier('KHONG-CO'), dossier("A' or 1=1")]) {
      expect((await get('nhansu', path)).status).toBe(404);
    }
  });

  test('costs the same statements for eleven months as for one', async () => {
    const count = async () => {
      office.statements.length = 0;
      await bytesOf(await get('nhansu', dossier()));
      return office.statements.filter((text) => /from congvu\./i.test(text)).length;
    };
    const before = await count();
    await office.ownerPool.query(
      `update congvu.period_sheet set period = replace(period, '2026', '2025') where employee_id = $1 and period < '2026-10'`,
      [person.id],
    );
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(7);
  });

  test('answers HEAD without a body', async () => {
    const response = await get('nhansu', dossier(), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

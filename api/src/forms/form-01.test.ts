import { rational, toText, whole } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { encodeExplanation, scorePeriod } from '@congvu/schema/scoring';
import { describe, expect, test } from 'vitest';
import { currentForm01, supersededForms01 } from './form-01.facts.ts';
import type { Form01Row } from './form-01.store.ts';
import { form01 } from './form-01.ts';
import { toDocx } from './form-document.ts';
import { paragraphsOf, partsOf } from './testing/document-text.ts';

const ruleSet = getRuleSet('ND335-2025/CIVIL_SERVANT');
const PLANNED = { units: whole(3), origin: 'PLANNED', outcome: 'DONE', errors: 0, delays: 0 } as const;
const general = whole(25);
const score = scorePeriod(ruleSet, {
  role: 'STAFF',
  general,
  items: [PLANNED, { ...PLANNED, units: whole(4), errors: 1 }],
});
if (score.state !== 'SCORED') throw new Error('The example has planned tasks.');
const [totalNumerator = '', totalDenominator = '1'] = toText(score.total).split('/');

const criteria = ruleSet.criteria.map(({ code }) => ({
  code,
  selfPoints: '2.500000',
  confirmedPoints: code === 'II.3' ? '2.250000' : '2.500000',
  remark: code === 'II.3' ? 'Còn một việc phải nhắc <b>&' : null,
}));

const row: Form01Row = {
  id: '0b1d2a94-4f8e-4b56-9f4e-7d7d8f6f0001',
  employeeId: '0b1d2a94-4f8e-4b56-9f4e-7d7d8f6f0002',
  employeeCode: 'NVA',
  employeeName: 'Nguyễn Văn Ánh',
  unitId: 'unit-a',
  unitName: 'Phòng Tổ chức, biên chế',
  superiorName: 'Sở Nội vụ',
  period: '2026-10',
  role: 'STAFF',
  ruleSet: ruleSet.code,
  ruleSetVersion: ruleSet.version,
  state: 'CONFIRMED',
  revision: 3,
  provisional: false,
  totalNumerator,
  totalDenominator,
  display: score.display,
  level: score.level,
  explanation: encodeExplanation(score),
  organisingEvidence: null,
  cohesionEvidence: null,
  strengths: 'Hoàn thành đề án\nđúng hạn',
  limitations: null,
  opinion: 'Đồng ý',
  selfScoredAt: new Date('2026-10-30T18:30:00Z'),
  confirmedBy: 'Trần Thị Trưởng',
  confirmedAt: new Date('2026-11-02T03:00:00Z'),
  updatedAt: new Date('2026-11-02T03:00:00Z'),
  catalogue: null,
  criteria,
  revisions: [],
  assignments: [
    { unitId: 'unit-b', title: 'Văn thư', validFrom: '2020-01-01', validTo: '2026-09-30' },
    { unitId: 'unit-a', title: 'Chuyên viên', validFrom: '2026-10-01', validTo: null },
  ],
};

const textOf = async (changes: Partial<Form01Row> = {}, demonstration = false) =>
  paragraphsOf(
    await toDocx(
      form01(
        currentForm01({ ...row, ...changes }, changes.ruleSet === undefined ? ruleSet : getRuleSet(changes.ruleSet)),
        demonstration,
      ),
    ),
  );

describe('Mẫu 01', () => {
  test('has the fields of the law with the figures of the sheet', async () => {
    const text = await textOf();
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(text).toContain('Tháng 10 năm 2026');
    expect(text).toContain('Họ và tên: Nguyễn Văn Ánh');
    // His title in that unit and month, not an earlier one's.
    expect(text).toContain('Chức vụ, chức danh: Chuyên viên');
    expect(text).toContain('Cơ quan, đơn vị: Phòng Tổ chức, biên chế, Sở Nội vụ');
    const at = text.indexOf('II.3');
    expect(text.slice(at, at + 6)).toEqual([
      'II.3',
      'Tinh thần trách nhiệm trong thực thi công vụ',
      '2,5',
      '2,5',
      '2,25',
      'Còn một việc phải nhắc <b>&',
    ]);
    const total = text.indexOf('Tổng điểm tiêu chí chung');
    expect(text.slice(total, total + 4)).toEqual(['Tổng điểm tiêu chí chung', '30', '25', '24,75']);
    expect(text).toContain('Hoàn thành đề án\nđúng hạn');
    expect(text).toContain('Đồng ý');
  });

  test('shows a, b and c with what each is worth, and the exact total', async () => {
    const text = await textOf();
    const quality = text.indexOf('b');
    // One error of 25 % on 4 of 7 units: 6/7.
    expect(score.quality).toEqual(rational(6, 7));
    expect(text.slice(quality, quality + 4)).toEqual(['b', 'Chất lượng', '85,71', '20']);
    expect(text.find((each) => each.startsWith('Tổng điểm (tiêu chí'))).toBe(
      `Tổng điểm (tiêu chí chung + kết quả): ${score.display.replace('.', ',')} (chính xác: ${toText(score.total)})`,
    );
    expect(text).not.toContain('đ');
  });

  test('is signed by both with days in Viet Nam', async () => {
    const text = await textOf();
    // 18:30 UTC is the next day there.
    expect(text.filter((each) => each.startsWith('Ngày '))).toEqual(['Ngày 31/10/2026', 'Ngày 02/11/2026']);
    expect(text).toContain('Trần Thị Trưởng');
  });

  test('says what is not confirmed yet and what is fictional', async () => {
    const open = await textOf({ provisional: true, state: 'SELF_SCORED', confirmedAt: null, confirmedBy: null }, true);
    expect(open[0]).toBe('DỮ LIỆU TRÌNH DIỄN – HƯ CẤU, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
    expect(open).toContain('BẢN TẠM TÍNH: phiếu chưa được cấp có thẩm quyền xác nhận');
    expect(open).toContain('Ngày ……/……/…………');
    const confirmed = await textOf();
    expect(confirmed.filter((each) => /TẠM TÍNH|TRÌNH DIỄN/.test(each))).toEqual([]);
  });

  test('marks what rests on no text we read', async () => {
    const service = getRuleSet('ND233-2026/PUBLIC_EMPLOYEE');
    const text = await textOf({ ruleSet: service.code, ruleSetVersion: service.version, explanation: null });
    expect(service.criteria[0]?.source.certainty).not.toBe('VERIFIED');
    expect(text).toContain(`${service.criteria[0]?.name.vi} (*)`);
    expect(text.some((each) => each.startsWith('(*) Theo nguồn thứ cấp'))).toBe(true);
    expect((await textOf()).some((each) => each.includes('(*)'))).toBe(false);
  });

  test('is A4 in Times New Roman with the margins of an administrative document', async () => {
    const parts = partsOf(await toDocx(form01(currentForm01(row, ruleSet), false)));
    const document = parts['word/document.xml'] ?? '';
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="1683[78]"/);
    // 20, 15, 20 and 30 mm.
    expect(document).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(parts['word/styles.xml']).toContain('Times New Roman');
    expect(parts['docProps/core.xml']).toContain('2026-11-02T03:00:00Z');
  });

  test('is the same bytes for the same data, whatever the time', async () => {
    const make = () => toDocx(form01(currentForm01(row, ruleSet), false));
    const first = await make();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await make()).toEqual(first);
  });
});

describe('a corrected sheet', () => {
  const revision = (number: number, state: Form01Row['state'], points: string) => ({
    revision: number,
    state,
    total: `${totalNumerator}/${totalDenominator}`,
    display: score.display,
    level: score.level,
    snapshot: {
      explanation: encodeExplanation(score),
      criteria: criteria.map((each) => ({ ...each, confirmedPoints: points })),
    },
    changedBy: 'Trần Thị Trưởng',
    changedAt: `2026-11-0${number}T03:00:00+00:00`,
    reason: state === 'CORRECTED' ? 'Chấm nhầm tiêu chí' : null,
  });
  const corrected = {
    ...row,
    state: 'CORRECTED' as const,
    revision: 4,
    revisions: [
      revision(1, 'SELF_SCORED', '2.500000'),
      revision(2, 'CONFIRMED', '2.400000'),
      revision(3, 'NOTIFIED', '2.400000'),
      revision(4, 'CORRECTED', '2.500000'),
    ],
  };

  test('keeps the result that was replaced, and it says by what', async () => {
    const superseded = supersededForms01(corrected, ruleSet);
    expect(superseded.map((each) => each.revision)).toEqual([3]);
    const [old] = superseded;
    if (old === undefined) throw new Error('A corrected sheet has an older result.');
    const text = paragraphsOf(await toDocx(form01(old, false)));
    expect(text).toContain(
      'BẢN ĐÃ ĐƯỢC THAY THẾ: bản số 3 được thay thế bằng bản số 4 ngày 04/11/2026. Lý do: Chấm nhầm tiêu chí',
    );
    expect(text).toContain('2,4');
    // Words of today are not put into a paper of yesterday.
    expect(text).not.toContain('Đồng ý');
  });

  test('has none before it was corrected', () => {
    expect(supersededForms01({ ...corrected, revisions: corrected.revisions.slice(0, 3) }, ruleSet)).toEqual([]);
  });
});

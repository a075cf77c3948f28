import { describe, expect, it } from 'vitest';
import { IMPORT_EXAMPLES } from './import-examples.ts';
import { type ImportRecord, parseImportLine, readImportHeading } from './import-line.ts';
import type { ImportRegister } from './register-words.ts';

/** The example of a register with some cells changed. */
function read<Register extends ImportRegister>(register: Register, over: Readonly<Record<string, string>>) {
  const cells = { ...IMPORT_EXAMPLES[register], ...over };
  const heading = readImportHeading(register, Object.keys(cells));
  if (!heading.ok) throw new Error(`columns are missing: ${heading.error.join()}`);
  return parseImportLine(register, heading.value, Object.values(cells));
}

function refusals(register: ImportRegister, over: Readonly<Record<string, string>>): readonly string[] {
  const parsed = read(register, over);
  return parsed.ok ? [] : parsed.error.map(({ path, error }) => `${path} ${error.code}`);
}

function accepted<Register extends ImportRegister>(
  register: Register,
  over: Readonly<Record<string, string>> = {},
): ImportRecord<Register> {
  const parsed = read(register, over);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe('rows of units and people', () => {
  it('hold groups, a kind and a level, or none of them', () => {
    expect(accepted('UNIT')).toMatchObject({
      kind: 'DIRECT_UNIT',
      level: 3,
      groups: [
        { code: 'CDS-CV', name: 'Chuyên viên chuyển đổi số' },
        { code: 'CDS-LD', name: 'Lãnh đạo phòng' },
      ],
    });
    expect(accepted('UNIT', { kind: '', level: '', groups: '', shortName: '' })).toMatchObject({
      kind: 'DIRECT_UNIT',
      level: null,
      groups: [],
      shortName: null,
    });
  });

  it('read words in Vietnamese and exact numbers with a comma', () => {
    expect(accepted('EMPLOYEE')).toMatchObject({
      post: 'STAFF',
      subjectType: 'CIVIL_SERVANT',
      serviceEnd: '2055-09-01',
    });
    expect(String(accepted('CATALOGUE').points)).toBe('5/2');
    expect(accepted('UNIT_RESULT')).toMatchObject({
      selfLevel: 'GOOD',
      g: null,
      tasksTotal: 120,
      personnelWrongdoing: false,
    });
    expect(accepted('EARLIER_LEVEL')).toMatchObject({ year: 2025, level: 'GOOD', decidedOn: '2025-12-10' });
    for (const level of ['OUTSTANDING', 'HTXS', 'Hoàn thành xuất sắc nhiệm vụ'])
      expect(accepted('EARLIER_LEVEL', { level }).level).toBe('OUTSTANDING');
    expect(accepted('EARLIER_LEVEL', { level: 'Không xếp loại' }).level).toBeNull();
    expect(accepted('PLANNING')).toMatchObject({ post: 'DEPUTY', to: '2031-06-30' });
    expect(accepted('TASK')).toMatchObject({ responsibility: 'LEAD', qualityRequirement: null });
  });

  it.each([
    ['UNIT', { parent: 'H99.06.09' }, ['/parent UNIT_CYCLE']],
    ['UNIT', { groups: 'A:Một; A:Hai' }, ['/groups INCONSISTENT']],
    ['UNIT', { groups: 'A' }, ['/groups/0/name REQUIRED']],
    ['UNIT', { level: 'ba' }, ['/level UNKNOWN_VALUE']],
    ['UNIT', { validFrom: '31/02/2026' }, ['/validFrom NOT_A_DATE']],
    ['EMPLOYEE', { name: '' }, ['/name REQUIRED']],
    ['EMPLOYEE', { email: 'không có' }, ['/email UNKNOWN_VALUE']],
    ['EMPLOYEE', { serviceEnd: '01/01/2020' }, ['/serviceEnd INCONSISTENT']],
    ['EMPLOYEE', { post: 'giám đốc' }, ['/post UNKNOWN_VALUE']],
    ['ASSIGNMENT', { to: '01/01/2020' }, ['/to INCONSISTENT']],
    ['CATALOGUE', { points: '1.500,5' }, ['/points NOT_A_NUMBER']],
    ['CATALOGUE', { points: '0' }, ['/points OUT_OF_RANGE']],
    ['CATALOGUE', { group: 'N6' }, ['/group UNKNOWN_VALUE']],
    ['TASK', { quantity: 'một' }, ['/quantity NOT_A_NUMBER']],
    ['TASK', { deadline: '' }, ['/deadline REQUIRED']],
    ['UNIT_RESULT', { tasksDone: '121' }, ['/tasksDone INCONSISTENT']],
    [
      'UNIT_RESULT',
      { tasksDone: '10', tasksLate: '11', tasksBeyond: '11' },
      ['/tasksLate INCONSISTENT', '/tasksBeyond INCONSISTENT'],
    ],
    ['UNIT_RESULT', { a: '101' }, ['/a OUT_OF_RANGE']],
    ['UNIT_RESULT', { year: '2025' }, ['/year OUT_OF_RANGE']],
    ['UNIT_RESULT', { selfLevel: 'tốt' }, ['/selfLevel UNKNOWN_VALUE']],
    ['PLANNING', { post: 'chuyên môn' }, ['/post UNKNOWN_VALUE']],
    ['PLANNING', { to: '01/01/2020' }, ['/to INCONSISTENT']],
    ['EARLIER_LEVEL', { year: '2026', decidedOn: '10/12/2026' }, ['/year OUT_OF_RANGE']],
    ['EARLIER_LEVEL', { year: '1999' }, ['/year OUT_OF_RANGE']],
    ['EARLIER_LEVEL', { level: 'hoàn thành nhưng hạn chế năng lực' }, ['/level UNKNOWN_VALUE']],
    ['EARLIER_LEVEL', { level: '' }, ['/level REQUIRED']],
    ['EARLIER_LEVEL', { decidedOn: '31/12/2024' }, ['/decidedOn INCONSISTENT']],
    ['EARLIER_LEVEL', { issuer: '' }, ['/issuer REQUIRED']],
  ] as const)('of %s with %j are refused: %j', (register, over, expected) => {
    expect(refusals(register, over)).toEqual(expected);
  });
});

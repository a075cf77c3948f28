import type { PageHandler } from '@congvu/schema/page-reading';
import { describe, expect, it } from 'vitest';
import { identityKeysOf } from './identity-keys.ts';
import { type Candidate, resolveHandler } from './resolve-handler.ts';

const handler = (given: Partial<PageHandler>): PageHandler => ({
  name: null,
  code: null,
  id: null,
  unit: null,
  post: null,
  order: 'FAMILY_FIRST',
  role: 'LEAD',
  ...given,
});
const person = (employeeId: string, name: string, unitName = 'Phòng Nội vụ', title = 'Chuyên viên'): Candidate => ({
  employeeId,
  name,
  unitName,
  title,
});
const an = person('e1', 'Nguyễn Văn An');
const otherAn = person('e2', 'Nguyễn Văn An', 'Phòng Tài chính', 'Phó Trưởng phòng');

/** As the api answers: by key, people of that code or name; everything else nobody. */
const resolve = (
  given: Partial<PageHandler>,
  answers: Readonly<Record<string, readonly Candidate[]>>,
  { chosenCode = null, tonesMeant = true }: { chosenCode?: string | null; tonesMeant?: boolean } = {},
) => {
  const resolution = resolveHandler(handler(given), (key) => answers[key] ?? [], { chosenCode, tonesMeant });
  if (resolution === null) return null;
  if (resolution.state === 'ONE') return resolution.match.employeeId;
  return resolution.state === 'NONE'
    ? 'NONE'
    : [resolution.state, ...resolution.matches.map((each) => each.employeeId)];
};

describe('one person', () => {
  it.each([
    ['by staff code', { code: 'AB0001' }, { AB0001: [an] }],
    ['by a user name that stands where a name would', { name: 'SNV\\an.nv' }, { 'an.nv': [an] }],
    ['by an e-mail address', { name: 'an.nv@snv.example' }, { 'an.nv@snv.example': [an] }],
    ['by name', { name: 'Nguyễn Văn An' }, { 'Nguyễn Văn An': [an] }],
    ['by a name with post and state', { name: 'CVC - Nguyễn Văn An (Đang xử lý)' }, { 'Nguyễn Văn An': [an] }],
    ['by a name given name first', { name: 'An Nguyễn Văn', order: 'EITHER' }, { 'Nguyễn Văn An': [an] }],
    ['by code with the name that agrees', { code: 'AB0001', name: 'NGUYỄN VĂN AN' }, { AB0001: [an] }],
    ['by name where the code is the tenant’s own', { code: '17', name: 'Nguyễn Văn An' }, { 'Nguyễn Văn An': [an] }],
    [
      'by name where the tenant’s code means somebody else with us',
      { code: '17', name: 'Nguyễn Văn An' },
      { 17: [person('e9', 'Lê Thị Hoa')], 'Nguyễn Văn An': [an] },
    ],
    [
      'by name and unit',
      { name: 'Nguyễn Văn An', unit: 'PHÒNG NỘI VỤ - Sở Nội vụ' },
      { 'Nguyễn Văn An': [an, otherAn] },
    ],
    ['by name and post', { name: 'Nguyễn Văn An', post: 'Chuyên viên' }, { 'Nguyễn Văn An': [an, otherAn] }],
  ] satisfies [string, Partial<PageHandler>, Record<string, Candidate[]>][])('%s', (_, given, answers) => {
    expect(resolve(given, answers)).toBe('e1');
  });

  it('by a remembered choice, and asks for nobody else', () => {
    const given = { id: '/users/5', name: 'Nguyễn Văn An' };
    expect(identityKeysOf(handler(given), 'AB0002')).toEqual(['AB0002']);
    expect(resolve(given, { AB0002: [otherAn] }, { chosenCode: 'AB0002' })).toBe('e2');
  });
});

describe('not certain', () => {
  it('two of one name are a choice', () => {
    expect(resolve({ name: 'Nguyễn Văn An' }, { 'Nguyễn Văn An': [an, otherAn] })).toEqual(['SEVERAL', 'e1', 'e2']);
  });

  it('two readings that mean two people are a choice', () => {
    const turned = person('e3', 'An Nguyễn Văn');
    const answers = { 'An Nguyễn Văn': [turned], 'Nguyễn Văn An': [an] };
    expect(resolve({ name: 'An Nguyễn Văn', order: 'EITHER' }, answers)).toEqual(['SEVERAL', 'e3', 'e1']);
  });

  it('a unit that contradicts the only one of that name', () => {
    expect(resolve({ name: 'Nguyễn Văn An', unit: 'Phòng Y tế' }, { 'Nguyễn Văn An': [an] })).toEqual(['UNSURE', 'e1']);
  });

  it('an answer as long as answers may be, whatever the unit says', () => {
    const many = Array.from({ length: 5 }, (_, index) => person(`m${index}`, 'Nguyễn Văn An', `Phòng ${index}`));
    const state = resolve({ name: 'Nguyễn Văn An', unit: 'Phòng 3' }, { 'Nguyễn Văn An': many });
    expect(state?.[0]).toBe('SEVERAL');
  });

  it('the same letters with another tone are another person, where the page writes tones', () => {
    const answers = { 'Phan Anh Hoa': [person('e4', 'Phan Anh Hoà')] };
    expect(resolve({ name: 'Phan Anh Hoa' }, answers)).toBe('NONE');
    expect(resolve({ name: 'Phan Anh Hoa' }, answers, { tonesMeant: false })).toBe('e4');
  });

  it('a code of ours beside a name of somebody unknown', () => {
    expect(resolve({ code: 'AB0001', name: 'Trần Thị Lan' }, { AB0001: [an] })).toBe('NONE');
  });

  it('says nothing while an answer is missing', () => {
    const resolution = resolveHandler(handler({ name: 'Nguyễn Văn An' }), () => undefined, {
      chosenCode: null,
      tonesMeant: true,
    });
    expect(resolution).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyNameFirst, isSameName, readingsOfName, writesTones } from './same-name.ts';

describe('a name printed given name first', () => {
  it.each([
    ['An Nguyễn Văn', 'Nguyễn Văn An'],
    ['Ngọc Trần Thị Bích', 'Trần Thị Bích Ngọc'],
    ['PTP - Ngọc Trần Thị Bích (Đang xử lý)', 'Trần Thị Bích Ngọc'],
    ['An', 'An'],
  ])('%s is %s', (printed, registered) => {
    expect(familyNameFirst(printed)).toBe(registered);
  });

  it('has two readings only where the order is not known', () => {
    expect(readingsOfName('An Nguyễn Văn', 'EITHER')).toEqual(['An Nguyễn Văn', 'Nguyễn Văn An']);
    expect(readingsOfName('An Nguyễn Văn', 'GIVEN_FIRST')).toEqual(['Nguyễn Văn An']);
    expect(readingsOfName('Ông Nguyễn Văn An', 'FAMILY_FIRST')).toEqual(['Nguyễn Văn An']);
    expect(readingsOfName('An', 'EITHER')).toEqual(['An']);
  });

  it('turned as often as it has words is the name again', () => {
    const words = fc.array(fc.constantFrom('Nguyễn', 'Văn', 'Thị', 'Hoà', 'Đức', 'Lê'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, (name) => {
        let turned = name.join(' ');
        for (const _ of name) turned = familyNameFirst(turned);
        expect(turned).toBe(name.join(' '));
      }),
    );
  });
});

describe('the same name', () => {
  it.each([
    ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', true],
    ['NGUYỄN  THỊ HOÀ', 'Nguyễn Thị Hòa', true],
    ['Nguyễn Thị Hoà'.normalize('NFD'), 'Nguyễn Thị Hòa', true],
    ['NGUYEN THI HOA', 'Nguyễn Thị Hoà', true],
    ['Dang Dinh Duc', 'Đặng Đình Đức', true],
    ['CVC - Trần Thị Bích Ngọc (Đang xử lý)', 'Trần Thị Bích Ngọc', true],
    ['Nguyễn Thị Hoa', 'Nguyễn Thị Hoà', false],
    ['Phan Anh Hoa', 'Phan Anh Hoà', true],
    ['Đặng Đình Đức', 'Dang Dinh Duc', false],
    ['Nguyễn Văn An', 'Nguyễn Văn Anh', false],
  ])('%s and %s: %s', (printed, registered, same) => {
    expect(isSameName(printed, registered, writesTones(printed))).toBe(same);
  });

  it('on a page that writes tones, a name without any means just that', () => {
    expect(isSameName('Phan Anh Hoa', 'Phan Anh Hoà', true)).toBe(false);
    expect(isSameName('Phan Anh Hoa', 'PHAN ANH HOA', true)).toBe(true);
  });
});

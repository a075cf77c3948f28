import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName, stripTitles, toSearchKey, toSortKey } from './person-name.ts';

describe('the search key of a name', () => {
  it.each([
    ['Nguyễn Thị Hòa', 'nguyen thi hoa'],
    ['Nguyễn Thị Hoà', 'nguyen thi hoa'],
    ['NGUYỄN THỊ HOÀ', 'nguyen thi hoa'],
    ['Đặng Đình Đức', 'dang dinh duc'],
    ['\u00D0ặng Văn Ước', 'dang van uoc'],
    ['  Trần\u00A0 Thị\u200B  Bích   Ngọc ', 'tran thi bich ngoc'],
    ['nguyen van an', 'nguyen van an'],
  ])('of %j is %s', (name, key) => {
    expect(toSearchKey(name)).toBe(key);
    expect(toSearchKey(name.normalize('NFD'))).toBe(key);
  });
});

describe('one spelling of tones', () => {
  it.each([
    ['Hòa', 'Hoà'],
    ['Khỏe', 'Khoẻ'],
    ['Thúy', 'Thuý'],
    ['Thủy', 'Thuỷ'],
    ['Quý', 'Quý'],
    ['Qúy', 'Quý'],
    ['Của', 'Của'],
    ['Hoàng', 'Hoàng'],
    ['Nghĩa', 'Nghĩa'],
    ['HÒA', 'HOÀ'],
  ])('writes %s as %s', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
    expect(normaliseName(normaliseName(name))).toBe(expected);
  });
});

describe('the sort key of a name', () => {
  it('orders by given name, then the middle, then the family name, in Vietnamese order', () => {
    const names = [
      'Lê Văn An',
      'Nguyễn Văn An',
      'Trần Văn Ân',
      'Nguyễn Bá Ba',
      'Nguyễn Văn Dũng',
      'Nguyễn Văn Đức',
      'Nguyễn Thị Hoa',
      'Nguyễn Thị Hoà',
      'Nguyễn Thị Hòa Bình',
      'Nguyễn Thị Lan',
      'Nguyễn Văn Lân',
      'Nguyễn Văn Ơn',
      'Nguyễn Văn Uy',
      'Nguyễn Văn Ước',
    ];
    const inVietnamese = names.toReversed().toSorted((left, right) => (toSortKey(left) < toSortKey(right) ? -1 : 1));
    expect(inVietnamese.map((name) => name.split(' ').at(-1))).toEqual([
      'An',
      'An',
      'Ân',
      'Ba',
      'Bình',
      'Dũng',
      'Đức',
      'Hoa',
      'Hoà',
      'Lan',
      'Lân',
      'Ơn',
      'Uy',
      'Ước',
    ]);
  });

  it('puts a shorter given name before a longer one that begins alike, and tones last', () => {
    const sorted = ['Trần Hoàn', 'Trần Hoá', 'Trần Hòa', 'Trần Hoa', 'Lê Hóa'].toSorted((left, right) =>
      toSortKey(left) < toSortKey(right) ? -1 : 1,
    );
    expect(sorted).toEqual(['Lê Hóa', 'Trần Hoa', 'Trần Hòa', 'Trần Hoá', 'Trần Hoàn']);
  });

  it('is the same for composed and decomposed text', () => {
    expect(toSortKey('Đặng Thị Thu Hường'.normalize('NFD'))).toBe(toSortKey('Đặng Thị Thu Hường'));
  });

  it('never throws, whatever a page holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof toSortKey(text) + typeof toSearchKey(text) + typeof stripTitles(text)).toBe('stringstringstring');
      }),
    );
  });
});

describe('forms of address', () => {
  it.each([
    ['Ông Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Bà Trần Thị Bích Ngọc', 'Trần Thị Bích Ngọc'],
    ['Ô. Nguyễn Văn An', 'Nguyễn Văn An'],
    ['B.Trần Thị Lan', 'Trần Thị Lan'],
    ['Ô./B. Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Ông/Bà: Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Đ/c Lê Thị Hoa', 'Lê Thị Hoa'],
    ['Trưởng phòng Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Phó Giám đốc - Lê Minh Tuấn', 'Lê Minh Tuấn'],
    ['Ông Trưởng phòng Nguyễn Văn An', 'Nguyễn Văn An'],
    ['ThS. Phạm Thị Mai', 'Phạm Thị Mai'],
    ['PTP - Trần Thị Bích Ngọc (Đang xử lý)', 'Trần Thị Bích Ngọc'],
    ['CVC: Nguyễn Văn An [đã đọc]', 'Nguyễn Văn An'],
    ['Nguyễn Văn An - CV', 'Nguyễn Văn An'],
    ['Nguyễn Văn An (Phòng Nội vụ) (CVC)', 'Nguyễn Văn An'],
    ['Nguyễn Văn An\u00A0', 'Nguyễn Văn An'],
    ['(Đang xử lý)', '(Đang xử lý)'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Ct Nguyễn', 'Ct Nguyễn'],
    ['Bành Thị Lan', 'Bành Thị Lan'],
    ['Bà Triệu', 'Bà Triệu'],
    ['Ông', 'Ông'],
  ])('%s is %s', (text, name) => {
    expect(stripTitles(text)).toBe(name);
  });
});

import { localised } from './localised.ts';

export const publishedTexts = localised(
  {
    title: 'Mức đã công khai',
    what: 'Chỉ mức xếp loại được công khai trong cơ quan; điểm và ý kiến thì không.',
    unit: 'Đơn vị',
    year: 'Năm',
    apply: 'Xem',
    empty: 'Chưa công khai mức của ai.',
    person: 'Họ tên, chức danh',
    level: 'Mức',
    publishedAt: 'Công khai lúc',
    notClassified: 'không xếp loại',
  },
  {
    title: 'Published levels',
    what: 'Only the level is published inside the agency; figures and opinions are not.',
    unit: 'Unit',
    year: 'Year',
    apply: 'Show',
    empty: 'No level has been published yet.',
    person: 'Name, post',
    level: 'Level',
    publishedAt: 'Published at',
    notClassified: 'not classified',
  },
);

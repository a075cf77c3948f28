import type { DocumentReading } from '@congvu/schema/page-reading';
import { expect, it } from 'vitest';
import { draftOf, problemsOf, toAssignment, toWish } from './task-draft.ts';

const document: DocumentReading = {
  epoch: 1,
  adapter: { name: 'vnpt-ioffice', version: 1 },
  host: 'localhost:4100',
  path: '/ioffice/list',
  key: 1,
  number: '1245/UBND-NC',
  issuer: 'UBND tỉnh',
  date: '2026-11-20',
  deadline: '2026-11-25',
  summary: 'Rà soát thủ tục hành chính quý IV',
  handlers: [
    { name: 'Trần Thị Bích Ngọc', code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
  ],
};
const product = {
  __typename: 'Product' as const,
  id: 'p',
  code: 'DC.01',
  name: 'Văn bản hành chính đơn giản',
  coefficient: '1',
};
const person = { id: 'e', code: 'CC001', name: 'Trần Thị Bích Ngọc', title: 'Chuyên viên' };

it('needs nothing but the click where the product is known', () => {
  const draft = draftOf(document, product, 'Đúng quy định');
  expect(problemsOf(draft)).toEqual({});
  expect(toAssignment(draft, person, document)).toMatchObject({
    employee: 'CC001',
    product: 'DC.01',
    quantity: '1',
    deadline: '2026-11-25',
    responsibility: 'LEAD',
    title: 'Rà soát thủ tục hành chính quý IV',
    document: { number: '1245/UBND-NC', adapter: 'vnpt-ioffice@1', host: 'localhost:4100' },
  });
});

it('sends a decimal comma as an exact point', () => {
  const draft = { ...draftOf(document, product, ''), quantity: '1,5' };
  expect(toAssignment(draft, person, document)).toMatchObject({ quantity: '1.5', qualityRequirement: null });
});

it.each([
  ['title', { title: '  ' }, 'REQUIRED'],
  ['product', { product: null }, 'REQUIRED'],
  ['quantity', { quantity: '1,' }, 'NOT_A_NUMBER'],
  ['quantity', { quantity: '0' }, 'OUT_OF_RANGE'],
  ['deadline', { deadline: '' }, 'REQUIRED'],
] as const)('says what is wrong with the %s and sends nothing', (field, part, code) => {
  const draft = { ...draftOf(document, product, ''), ...part };
  expect(problemsOf(draft)).toMatchObject({ [field]: code });
  expect(toAssignment(draft, person, document)).toBeNull();
});

it('brings what an input method left decomposed to one Unicode form', () => {
  const draft = { ...draftOf(document, product, ''), title: 'Báo cáo'.normalize('NFD') };
  expect(toAssignment(draft, person, document)?.title).toBe('Báo cáo');
});

it('keeps what was to be assigned as a wish, once it is filled in', () => {
  const draft = { ...draftOf(document, null, ''), quantity: '2,5' };
  expect(toWish(draft, person)).toEqual({ employee: 'CC001', quantity: '2.5', deadline: '2026-11-25' });
  expect(toWish({ ...draft, deadline: '' }, person)).toBeNull();
  expect(toWish({ ...draft, quantity: '0' }, person)).toBeNull();
});

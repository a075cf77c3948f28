import { expect, it } from 'vitest';
import { type ActField, linesOf, namedOf, sentValues, severalOf, startValues } from './act-field.ts';

const fields: readonly ActField<'ground' | 'document'>[] = [
  { name: 'ground', label: 'Căn cứ', kind: 'select' },
  { name: 'document', label: 'Văn bản', kind: 'text', when: ({ ground }) => ground === 'DISHONEST' },
];

it('begins empty but for what it is given', () => {
  expect(startValues(fields, { ground: 'FORGED' })).toEqual({ ground: 'FORGED', document: '' });
});

it('sends nothing of a field that is no longer shown', () => {
  expect(sentValues(fields, { ground: 'FORGED', document: '12/QĐ' }).document).toBe('');
  expect(sentValues(fields, { ground: 'DISHONEST', document: ' 12/QĐ ' }).document).toBe('12/QĐ');
});

it('sends one Unicode form', () => {
  expect(sentValues(fields, { ground: 'DISHONEST', document: 'Quyết định'.normalize('NFD') }).document).toBe(
    'Quyết định',
  );
});

it('takes several values apart', () => {
  expect(severalOf('CV-1,CV-2')).toEqual(['CV-1', 'CV-2']);
  expect(severalOf('')).toEqual([]);
});

it('keeps the names that people were chosen by', () => {
  expect(namedOf('CV-1=Trần Văn An,CV-2=Lê Thị Bình')).toEqual([
    { employee: 'CV-1', name: 'Trần Văn An' },
    { employee: 'CV-2', name: 'Lê Thị Bình' },
  ]);
});

it('takes lines without the empty ones', () => {
  expect(linesOf(' thành khẩn \n\n khắc phục hậu quả')).toEqual(['thành khẩn', 'khắc phục hậu quả']);
});

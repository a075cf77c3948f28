import { expect, it } from 'vitest';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { findingState } from './finding-state.ts';

const told = { positive: false, issuedOn: '2026-10-05', remediedOn: null, spreadOn: null };

it.each([
  [{ ...told, issuedOn: null }, 'dự thảo của đoàn, chưa thông báo'],
  [told, 'chưa khắc phục'],
  [{ ...told, remediedOn: '2026-10-20' }, 'đã khắc phục ngày 20/10/2026'],
  [{ ...told, positive: true }, 'đã thông báo ngày 05/10/2026'],
  [{ ...told, positive: true, spreadOn: '2026-11-01' }, 'đã nhân rộng ngày 01/11/2026'],
])('says of %j: %s', (finding, said) => {
  expect(findingState(finding, inspectionTexts.vi)).toBe(said);
});

import { describe, expect, it, vi } from 'vitest';
import { openHtml } from '../adapters/saved-page.ts';
import { visibleText } from './visible-text.ts';

// Computed styles are slow here, and a machine with other things to do is no wrong text.
vi.setConfig({ testTimeout: 60_000 });

const lineOf = (html: string, style = ''): string => {
  const cell = openHtml(`<style>${style}</style><table><tr><td id="cell">${html}</td></tr></table>`).getElementById(
    'cell',
  );
  if (!cell) throw new Error('the cell was written above');
  return visibleText(cell)
    .replaceAll('\u00a0', ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '|')
    .replace(/^[|\s]+|[|\s]+$/g, '');
};

describe('the text one sees', () => {
  it.each([
    ['a single text', 'Trần Thị Bích Ngọc', 'Trần Thị Bích Ngọc'],
    ['a search hit', 'Tr<mark>ần</mark> Thị <em class="hit">Bích</em> Ngọc', 'Trần Thị Bích Ngọc'],
    ['two elements side by side', '<span>Trần</span><span>Ngọc</span>', 'Trần Ngọc'],
    ['a line break', 'Trần Thị<br>Chuyên viên', 'Trần Thị|Chuyên viên'],
    ['a place where a line may break', '968/<wbr>CĐ-TTg', '968/CĐ-TTg'],
    ['blocks', '<div>Trần Thị</div><div>Chuyên viên</div>', 'Trần Thị|Chuyên viên'],
    ['a hidden copy', '<a>Trần Ngọc</a><a hidden>Lý Lực</a>', 'Trần Ngọc'],
    ['an inline style', '<a style="display:none">Lý Lực</a><a>Trần Ngọc</a>', 'Trần Ngọc'],
    ['invisible and transparent', '<i style="visibility: hidden">a</i><i style="opacity:0">b</i>c', 'c'],
    ['half transparent', '<i style="opacity:0.5">b</i>c', 'bc'],
    ['moved away', '<i style="position:absolute;left:-9999px">a</i>c', 'c'],
    ['for screen readers alone', '<span class="sr-only">Người xử lý:</span>Trần Ngọc', 'Trần Ngọc'],
    ['a copy for the eye', '<b aria-hidden="true">Trần Ngọc</b><b class="sr-only">Trần Ngọc</b>', 'Trần Ngọc'],
    ['an icon beside a text', '<i aria-hidden="true">★</i>Trần Ngọc', 'Trần Ngọc'],
    ['a tooltip', 'Trần Ngọc<div role="tooltip">Phòng Tổng hợp</div>', 'Trần Ngọc'],
    ['a closed dialog', 'Trần Ngọc<dialog>Chuyển cho Lý Lực?</dialog>', 'Trần Ngọc'],
    ['what is folded away', '<details><summary>Trần Ngọc</summary><p>Lý Lực</p></details>', 'Trần Ngọc'],
    ['script, style and template', '<script>1</script><style>a{}</style><template>b</template>c', 'c'],
    ['a choice', '<select><option>Lý Lực<option>Trần Ngọc</select>', ''],
    ['nothing', '', ''],
  ])('of %s', (_, html, text) => {
    expect(lineOf(html)).toBe(text);
  });

  it('leaves out what a style sheet hides, where several texts stand in one place', () => {
    expect(lineOf('<span class="tip">Lý Lực</span><b>Trần Ngọc</b>', '.tip{display:none}')).toBe('Trần Ngọc');
    expect(lineOf('<b>Trần Ngọc</b><b class="x7f">Lý Lực</b>', '.x7f{visibility:hidden}')).toBe('Trần Ngọc');
  });

  it('keeps apart what a style sheet puts on lines of their own', () => {
    expect(lineOf('<span>TRẦN NGỌC</span><span>PTP</span>', 'span{display:block}')).toBe('TRẦN NGỌC|PTP');
  });

  it('enters open shadow roots, and shows what is slotted where it is slotted', () => {
    expect(
      lineOf('<x-user>Ngọc<template shadowrootmode="open"><b>Trần</b> Thị <slot></slot></template></x-user>'),
    ).toBe('Trần Thị Ngọc');
  });

  it('is bounded', () => {
    expect(visibleText(openHtml(`<p id="p">${'<b>aaaaaaaaaa</b>'.repeat(2_100)}</p>`).body).length).toBeLessThan(
      45_000,
    );
  });
});

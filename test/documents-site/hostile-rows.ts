import { createDocument } from './documents.ts';
import { type IofficeRow, toIofficeRow } from './ioffice-rows.ts';

/** Cells that hold script, far too much text, foreign letters and broken dates; the last row is an ordinary one. */
export const hostileRows = (today: string): readonly IofficeRow[] => {
  const row = (id: number): IofficeRow => toIofficeRow(createDocument(id, today));
  const scriptText = '<script>window.hacked = true</script><img src=x onerror="window.hacked = true">';
  return [
    { ...row(1), summary: scriptText, issuer: scriptText, handlerName: scriptText },
    { ...row(2), number: `2/${'A'.repeat(100_000)}` },
    {
      ...row(3),
      summary: 'Rất dài '.repeat(12_500),
      handlerName: 'Nguyễn '.repeat(15_000),
      handlerCode: '',
      handlerUserName: '',
    },
    { ...row(4), handlerName: row(4).handlerName.normalize('NFD'), issuer: row(4).issuer.normalize('NFD') },
    { ...row(5), deadline: '31/02/2026', arrivedOn: '99/99/9999' },
    {
      ...row(6),
      number: '\u202e6021/UBND-NC\u0000\u200b',
      handlerName: `  ${row(6).handlerName.replaceAll(' ', '\u00a0')}\u200b `,
    },
    row(7),
  ];
};

import { type SiteDocument, toVietnameseDate } from './documents.ts';
import { escapeHtml } from './html.ts';

/** What a row shows; the hostile page fills it with anything. */
export type IofficeRow = {
  readonly id: number;
  readonly number: string;
  readonly summary: string;
  readonly issuer: string;
  readonly arrivedOn: string;
  readonly deadline: string;
  readonly urgency: string;
  readonly secrecy: string;
  readonly role: string;
  readonly handlerName: string;
  readonly handlerCode: string;
  readonly handlerUserName: string;
};

export const toIofficeRow = (document: SiteDocument): IofficeRow => ({
  id: document.id,
  number: document.number,
  summary: document.summary,
  issuer: document.issuer,
  arrivedOn: toVietnameseDate(document.arrivedOn),
  deadline: document.deadline === null ? '' : toVietnameseDate(document.deadline),
  urgency: document.urgency,
  secrecy: document.secrecy,
  role: document.role,
  handlerName: document.handler.name,
  handlerCode: document.handler.code,
  handlerUserName: document.handler.userName,
});

const roleNames: Readonly<Record<string, string>> = { xlc: 'XLC', ph: 'PH', xdb: 'Để biết' };

/**
 * One row as published automation scripts of VNPT iOffice show it (domain.md 11.2); the handler's cell, its code and
 * `do_mat` are this site's own assumption.
 */
export const renderIofficeRow = (row: IofficeRow, index: number): string => {
  const text = escapeHtml;
  return `<tr id="vb_${row.id}" flyid="${row.id}" so_ky_hieu="${text(row.number)}" trich_yeu="${text(row.summary)}" \
don_vi_ban_hanh="${text(row.issuer)}" ngay_den="${text(row.arrivedOn)}" do_khan="${text(row.urgency)}" do_mat="${text(row.secrecy)}" \
role_type_code="${text(row.role)}" ondblclick="location.href='/ioffice/qlvbdh/van-ban-den/${row.id}'">
<td class="so">${index}</td>
<td class="so_ky_hieu"><a href="/ioffice/qlvbdh/van-ban-den/${row.id}">${text(row.number)}</a></td>
<td class="trich_yeu">${text(row.summary)}${row.urgency === 'Thường' ? '' : ` <span class="khan">${text(row.urgency)}</span>`}</td>
<td class="don_vi">${text(row.issuer)}</td>
<td class="ngay">${text(row.arrivedOn)}</td>
<td class="vai_tro">${text(roleNames[row.role] ?? row.role)}</td>
<td class="vanbanden_nguoi_xuly" ma_can_bo="${text(row.handlerCode)}" ten_dang_nhap="${text(row.handlerUserName)}"><b>${text(row.handlerName)}</b><br><small>${text(row.handlerCode)}</small></td>
<td class="vanbanden_hienthi_han_xuly">${text(row.deadline)}</td>
</tr>`;
};

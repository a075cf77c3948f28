import { createDocument, createDocuments, type SiteDocument, toVietnameseDate } from './documents.ts';
import { escapeHtml } from './html.ts';

/**
 * "Văn phòng điện tử 2003", as if by a vendor long gone: a frameset, tables in tables, no `th`, one id on every row, words of its own
 * over the columns. Nothing in this project was written for it but the test that teaches it.
 */

const rowsOnPage = 12;

const frameset = `<html><head><title>Van phong dien tu</title></head>
<frameset rows="56,*" border="0"><frame name="dau" src="/vpdt2003/dau.asp" scrolling="no">
<frameset cols="170,*"><frame name="trai" src="/vpdt2003/trai.asp"><frame name="chinh" src="/vpdt2003/ds_vb.asp"></frameset></frameset></html>`;

const head = `<html><body bgcolor="#003399" leftmargin="0"><table width="100%"><tr><td><font color="#ffff00" size="4"><b>VĂN PHÒNG ĐIỆN TỬ</b></font></td>
<td align="right"><font color="#ffffff">Người dùng: Trương Công Định | <a href="#"><font color="#ffffff">Thoát</font></a></font></td></tr></table></body></html>`;

const menu = `<html><body bgcolor="#e8e8e8"><table border="0" cellpadding="4">${[
  'Công văn đến',
  'Công văn đi',
  'Hồ sơ công việc',
  'Tra cứu',
]
  .map(
    (text) =>
      `<tr><td><img width="9" height="9" alt=""></td><td><a target="chinh" href="/vpdt2003/ds_vb.asp"><font size="2">${text}</font></a></td></tr>`,
  )
  .join('')}</table></body></html>`;

const renderRow = (
  document: SiteDocument,
  index: number,
): string => `<tr id="dong" bgcolor="${index % 2 ? '#F4F4E8' : '#FFFFFF'}" onclick="moVanBan(${document.id})">
<td width="24" align="center"><font size="2">${index + 1}</font></td>
<td nowrap><table cellpadding="0" cellspacing="0"><tr><td><img width="12" height="12" alt=""></td><td><font size="2" color="#800000">${escapeHtml(document.number)}</font></td></tr></table></td>
<td><font size="2">${escapeHtml(document.summary)}</font><br><font size="1" color="#666666"><i>${escapeHtml(document.issuer)}</i></font></td>
<td><table cellpadding="0"><tr><td><font size="2"><b>${escapeHtml(document.handler.name)}</b>&nbsp;</font></td></tr></table></td>
<td align="center"><font size="2">${document.deadline === null ? '&nbsp;' : toVietnameseDate(document.deadline)}</font></td>
<td align="center"><font size="2">${document.secrecy === 'Thường' ? '&nbsp;' : escapeHtml(document.secrecy)}</font></td>
<td align="center"><a href="javascript:xoa(${document.id})"><font size="1">Xóa</font></a></td></tr>`;

const renderList = (page: number, today: string): string => `<html><head><title>Cong van den</title>
<script>var daMo = 0, daXoa = 0; function moVanBan(so) { daMo++; } function xoa(so) { daXoa++; }</script></head>
<body bgcolor="#ffffff" onselectstart="return false">
<table width="100%" border="0"><tr><td><b><font color="#003399">CÔNG VĂN ĐẾN CHỜ GIẢI QUYẾT</font></b></td><td align="right"><font size="2">Trang ${page}
<a href="/vpdt2003/ds_vb.asp?trang=${page + 1}">Trang tiếp</a></font></td></tr></table>
<form name="loc" method="post"><input type="hidden" name="phien" value="7f3c-phien-lam-viec"><table border="0"><tr><td><font size="2">Tìm:</font></td><td><input name="tu" size="30"></td><td><input type="submit" value="Tìm"></td></tr></table></form>
<table width="100%" border="0" cellspacing="1" cellpadding="0" bgcolor="#808080"><tr><td>
<table width="100%" border="0" cellspacing="1" cellpadding="3" bgcolor="#C0C0C0">
<tr bgcolor="#D0D8F0" height="26"><td align="center"><font size="2"><b>TT</b></font></td><td align="center"><font size="2"><b>Mã công văn</b></font></td><td align="center"><font size="2"><b>Về việc</b></font></td><td align="center"><font size="2"><b>Giao cho</b></font></td><td align="center"><font size="2"><b>Phải xong trước</b></font></td><td align="center"><font size="2"><b>Bảo mật</b></font></td><td></td></tr>
${createDocuments((page - 1) * rowsOnPage + 8, rowsOnPage, today)
  .map(renderRow)
  .join('\n')}
</table></td></tr></table>
<p align="center"><font size="1" color="#999999">Phiên bản 3.1 — thiết kế cho Internet Explorer 6, 1024×768</font></p></body></html>`;

/** One document: what it says stands in the fields of a form alone. */
const renderDetail = (
  document: SiteDocument,
): string => `<html><head><title>Chi tiet</title></head><body bgcolor="#ffffff"><font color="#003399"><b>XỬ LÝ CÔNG VĂN</b></font>
<form name="chitiet" method="post" action="luu.asp?phien=7f3c"><input type="hidden" name="so" value="${document.id}"><table border="0" cellpadding="4">
<tr><td><font size="2">Mã công văn</font></td><td><input name="maVanBan" size="30" value="${escapeHtml(document.number)}"></td></tr>
<tr><td><font size="2">Giao cho</font></td><td><select name="giaoCho"><option>Chưa giao</option><option selected>${escapeHtml(document.handler.name)}</option></select></td></tr>
<tr><td><font size="2">Phải xong trước</font></td><td><input name="xongTruoc" value="${document.deadline === null ? '' : toVietnameseDate(document.deadline)}"></td></tr>
<tr><td><font size="2">Ý kiến</font></td><td><textarea name="yKien" cols="40">Ý kiến riêng của lãnh đạo, không ai ngoài cuộc được biết</textarea></td></tr></table></form></body></html>`;

/** The page at an address of this system; null for any other address. */
export const findAspPage = ({ pathname, searchParams }: URL, today: string): string | null => {
  const page = Number(searchParams.get('trang') ?? 1);
  if (pathname === '/vpdt2003/') return frameset;
  if (pathname === '/vpdt2003/dau.asp') return head;
  if (pathname === '/vpdt2003/trai.asp') return menu;
  if (pathname === '/vpdt2003/ct_vb.asp') return renderDetail(createDocument(9, today));
  if (pathname === '/vpdt2003/ds_vb.asp')
    return renderList(Number.isInteger(page) && page >= 1 && page <= 50 ? page : 1, today);
  return null;
};

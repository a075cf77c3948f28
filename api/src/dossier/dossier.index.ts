import { heading, labelled, letterhead, note, paragraph, table } from '../forms/form-blocks.ts';
import type { FormDocument } from '../forms/form-document.ts';
import { day } from '../forms/written.ts';
import { type Paper, SECTIONS, type Section } from './dossier.papers.ts';
import type { AuditState } from './dossier.store.ts';

/** A paper that was put into the archive, with what it weighs. */
export interface PutIn {
  readonly paper: Paper;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface IndexFacts {
  readonly unit: string;
  readonly superior: string | null;
  readonly employeeCode: string;
  readonly employeeName: string;
  readonly year: string;
  readonly audit: AuditState | null;
  /** The newest change of all that is inside. */
  readonly changedAt: Date;
  readonly demonstration: boolean;
}

/** Mục lục hồ sơ: every paper with its SHA-256, parts that are empty, and where the audit chain stood. */
export function indexDocument(facts: IndexFacts, all: readonly PutIn[]): FormDocument {
  const { audit } = facts;
  return {
    title: `Mục lục hồ sơ đánh giá, xếp loại năm ${facts.year} - ${facts.employeeName}`,
    changedAt: facts.changedAt,
    demonstration: facts.demonstration,
    blocks: [
      letterhead(facts.superior, facts.unit),
      paragraph('MỤC LỤC HỒ SƠ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG', { bold: true, align: 'center', after: 0 }),
      paragraph(`Năm ${facts.year}`, { bold: true, align: 'center', after: 8 }),
      labelled('Họ và tên', facts.employeeName),
      labelled('Mã cán bộ, công chức, viên chức', facts.employeeCode),
      ...sections().flatMap((section) => [
        heading(SECTIONS[section].name.toLocaleUpperCase('vi')),
        ...part(section, all),
      ]),
      heading('CHUỖI KIỂM TOÁN'),
      ...(audit === null
        ? [paragraph('Chuỗi kiểm toán chưa có mục nào.')]
        : [
            labelled('Mục cuối đã ký', `số ${audit.sequence}, ngày ${day(audit.signedAt)}, khóa ${audit.keyId}`),
            note(`SHA-256 đầu chuỗi: ${audit.hash}`),
            note(`Chữ ký Ed25519: ${audit.signature}`),
          ]),
      note(
        'Hồ sơ điện tử theo Điều 24 Nghị định 335/2025/NĐ-CP, gồm những gì người tải được phép xem. Tệp SHA256SUMS kiểm tra được bằng lệnh: sha256sum -c SHA256SUMS.',
      ),
    ],
  };
}

function part(section: Section, all: readonly PutIn[]) {
  const within = all.filter(({ paper }) => paper.section === section);
  if (within.length === 0) return [paragraph('Không có.')];
  return [
    table(
      [12, 58, 95],
      ['TT', 'Tài liệu', 'Tệp và SHA-256'],
      within.map(({ paper, sha256 }, index) => [
        { text: String(index + 1), align: 'center' },
        paper.superseded ? `${paper.title} (đã được thay thế)` : paper.title,
        `${paper.path}\n${sha256}`,
      ]),
    ),
    paragraph('', { after: 2 }),
  ];
}

/** The same for programs. */
export function indexJson(facts: IndexFacts, all: readonly PutIn[]): string {
  const { employeeCode, year, audit } = facts;
  const files = all.map(({ paper, sha256, bytes }) => {
    const { path, section, title, superseded } = paper;
    return { path, section, title, superseded, changedAt: paper.document.changedAt, bytes, sha256 };
  });
  const head = { format: 'congvu-dossier', formatVersion: 1, employee: employeeCode, year };
  return `${JSON.stringify({ ...head, audit, files }, null, 2)}\n`;
}

/** As `sha256sum -c` reads it. */
export function sumsText(sums: readonly (readonly [path: string, sha256: string])[]): string {
  return sums.map(([path, sha256]) => `${sha256}  ${path}\n`).join('');
}

function sections(): readonly Section[] {
  return ['minutes', 'months', 'year', 'party', 'petitions'];
}

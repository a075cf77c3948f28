import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import { scoringRules } from '../forms/form-01.download.ts';
import { currentForm01, type Form01, supersededForms01 } from '../forms/form-01.facts.ts';
import type { Form01Row } from '../forms/form-01.store.ts';
import { form01 } from '../forms/form-01.ts';
import type { Form02Row } from '../forms/form-02.store.ts';
import { form02 } from '../forms/form-02.ts';
import type { FormDocument } from '../forms/form-document.ts';
import type { MinutesRow } from '../forms/minutes.store.ts';
import { minutes } from '../forms/minutes.ts';
import { partyOpinion } from '../forms/party-opinion.ts';
import { petitionFile } from '../forms/petition-file.ts';

/** The parts of a dossier in the order in which the decree names them (Nghị định 335/2025/NĐ-CP art. 24; domain.md 3.14). */
export const SECTIONS = {
  minutes: { folder: '1-bien-ban', name: 'Biên bản họp' },
  months: { folder: '2-phieu-thang', name: 'Phiếu theo dõi, đánh giá tháng (Mẫu 01)' },
  year: { folder: '3-phieu-nam', name: 'Phiếu xếp loại năm (Mẫu 02)' },
  party: { folder: '4-y-kien-cap-uy', name: 'Ý kiến cấp ủy' },
  petitions: { folder: '5-kien-nghi', name: 'Hồ sơ kiến nghị' },
} as const;
export type Section = keyof typeof SECTIONS;

/** One file of a dossier, made when its turn comes. */
export interface Paper {
  /** In ASCII: an archive's names are read in many code pages, and the index has them in Vietnamese. */
  readonly path: string;
  readonly section: Section;
  /** What it is, in Vietnamese. */
  readonly title: string;
  /** Whether a later decision took its place. */
  readonly superseded: boolean;
  readonly document: FormDocument;
}

export interface DossierRows {
  readonly sheets: readonly Form01Row[];
  readonly years: readonly Form02Row[];
  readonly meetings: readonly MinutesRow[];
  /** Whether the reader may see a decision that the person was not told of. */
  readonly showsDecision: (row: Form02Row) => boolean;
  /** Whether he may read what the Party committee said. */
  readonly showsPartyOpinion: (row: Form02Row) => boolean;
  readonly demonstration: boolean;
  /** The rules each was made under, the law's and the office's own. */
  readonly rules: RuleSetRegistry;
}

/** Everything of a person's year in the order of the index; superseded copies stand before what replaced them. */
export function papersOf({
  sheets,
  years,
  meetings,
  showsDecision,
  showsPartyOpinion,
  demonstration,
  rules,
}: DossierRows): readonly Paper[] {
  const paper = (section: Section, name: string, document: FormDocument, superseded = false): Paper => ({
    path: `${SECTIONS[section].folder}/${name}.docx`,
    section,
    title: document.title,
    superseded,
    document,
  });
  const month = (row: Form01Row, form: Form01, part: string) => {
    const old = form.replacedBy === null ? '' : `-ban-${form.revision}-da-thay-the`;
    return paper('months', `mau-01-${row.period}${part}${old}`, form01(form, demonstration), form.replacedBy !== null);
  };
  return [
    ...meetings.map((each, index) =>
      paper('minutes', `bien-ban-${each.heldOn}-${index + 1}`, minutes(each, demonstration)),
    ),
    ...sheets.flatMap((row) => {
      const part = partOf(row, sheets);
      const ruleSet = scoringRules(rules, row);
      if (ruleSet === null) return [];
      return [...supersededForms01(row, ruleSet), currentForm01(row, ruleSet)].map((form) => month(row, form, part));
    }),
    ...years.map((row) => {
      const old = row.current ? '' : '-da-thay-the';
      const document = form02(row, rules.get(row.ruleSet, row.ruleSetVersion), showsDecision(row), demonstration);
      return paper('year', `mau-02-${row.year}-ban-${row.revision}${old}`, document, !row.current);
    }),
    ...years.filter(showsPartyOpinion).flatMap((row) => {
      const document = partyOpinion(row, demonstration);
      return document === null ? [] : [paper('party', `y-kien-cap-uy-ban-${row.revision}`, document, !row.current)];
    }),
    ...years.flatMap((row) =>
      row.petitions.map((petition, index) =>
        paper('petitions', `kien-nghi-ban-${row.revision}-${index + 1}`, petitionFile(row, petition, demonstration)),
      ),
    ),
  ];
}

/** "-phan-1" where a month has several sheets, by a transfer inside it. */
function partOf(row: Form01Row, sheets: readonly Form01Row[]): string {
  const ofMonth = sheets.filter((each) => each.period === row.period);
  return ofMonth.length === 1 ? '' : `-phan-${ofMonth.indexOf(row) + 1}`;
}

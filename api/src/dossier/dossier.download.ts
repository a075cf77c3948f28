import { createHash } from 'node:crypto';
import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { mayKnow } from '../authority/may-know.ts';
import { maySeeDecision } from '../classification/classification.policy.ts';
import { mayReadPartyOpinion } from '../classification/party-opinion.policy.ts';
import type { Context } from '../context.ts';
import { type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { notFound } from '../error/request-error.ts';
import type { Download } from '../files/download.ts';
import { listForm01OfYear } from '../forms/form-01.store.ts';
import { type Form02Row, listForm02OfYear } from '../forms/form-02.store.ts';
import { toDocx } from '../forms/form-document.ts';
import { listMinutes } from '../forms/minutes.store.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { type ArchiveFile, archive } from './archive.ts';
import { type IndexFacts, indexDocument, indexJson, type PutIn, sumsText } from './dossier.index.ts';
import { type Paper, papersOf } from './dossier.papers.ts';
import { findAuditState } from './dossier.store.ts';

/**
 * A person's year as one archive (Nghị định 335/2025/NĐ-CP art. 24), of what the reader may see: five statements, then made
 * and sent paper by paper. Errors: NOT_FOUND, also for who may see the person and not his scores.
 */
export async function downloadDossier(context: Context, code = '', year = ''): Promise<Download> {
  const employee = assertVisible(await findEmployeeByCode(context, code), context);
  if (!mayKnow(context, 'SCORE_READ', employee)) throw notFound(context.locale);
  for (const kind of ['sheet', 'classification', 'file'] as const) context.access.note(kind, employee.id);
  const [sheets, allYears, audit, rules] = await Promise.all([
    listForm01OfYear(context, employee.id, year),
    listForm02OfYear(context, employee.id, year),
    findAuditState(context),
    loadRuleSets(context),
  ]);
  // Of a year under earlier law the file is the paper of then, not a form of this decree.
  const years = allYears.filter(({ ruleSet }) => !EARLIER_LAW.includes(ruleSet));
  if (sheets.length === 0 && years.length === 0) throw notFound(context.locale);
  const meetingIds = years.map((row) => row.meetingId).filter((id) => id !== null);
  const meetings = await listMinutes(context, [...new Set(meetingIds)]);
  const { demonstration } = context.facts;
  const shows = (row: Form02Row) => maySeeDecision(context.actor?.employeeId ?? null, row);
  const showsPartyOpinion = (row: Form02Row) => mayReadPartyOpinion(context.actor, row.employeeId, row.unitPath);
  const papers = papersOf({ sheets, years, meetings, showsDecision: shows, showsPartyOpinion, demonstration, rules });
  const facts = { ...factsOf(employee, year, papers), audit, demonstration };
  return {
    fileName: `Hồ sơ ${year} ${employee.code} ${employee.name}.zip`,
    mediaType: 'application/zip',
    body: archive(filesOf(facts, papers)),
  };
}

function factsOf(employee: EmployeeRow, year: string, papers: readonly Paper[]) {
  const changes = papers.map((paper) => paper.document.changedAt.getTime());
  return {
    unit: employee.assignment?.unit.name ?? employee.name,
    superior: null,
    employeeCode: employee.code,
    employeeName: employee.name,
    year,
    changedAt: new Date(changes.reduce((latest, each) => Math.max(latest, each), 0)),
  };
}

/** The papers one after the other, then the index of what they turned out to be. */
async function* filesOf(facts: IndexFacts, papers: readonly Paper[]): AsyncGenerator<ArchiveFile> {
  const putIn: PutIn[] = [];
  for (const paper of papers) {
    const bytes = await toDocx(paper.document);
    putIn.push({ paper, sha256: sha256Of(bytes), bytes: bytes.byteLength });
    yield { path: paper.path, bytes, at: paper.document.changedAt };
  }
  const at = facts.changedAt;
  const indexes: readonly ArchiveFile[] = [
    { path: 'muc-luc.docx', bytes: await toDocx(indexDocument(facts, putIn)), at },
    { path: 'muc-luc.json', bytes: new TextEncoder().encode(indexJson(facts, putIn)), at },
  ];
  yield* indexes;
  const sums = [
    ...putIn.map(({ paper, sha256 }) => [paper.path, sha256] as const),
    ...indexes.map(({ path, bytes }) => [path, sha256Of(bytes)] as const),
  ];
  yield { path: 'SHA256SUMS', bytes: new TextEncoder().encode(sumsText(sums)), at };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

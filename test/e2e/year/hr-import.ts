import { expect } from 'vitest';
import { actAs, askAs, fetchFile, followAs } from './hr-asking.ts';
import { correctedFile, NEW_UNIT, oneMoreFile, peopleFile, SPOILED, unitFile } from './hr-files.ts';

interface ImportJob {
  readonly state: string;
  readonly error: string | null;
  readonly import: {
    readonly format: string;
    readonly rows: number;
    readonly bad: number;
    readonly committed: number;
    readonly preview: {
      readonly created: number;
      readonly changed: number;
      readonly unchanged: number;
      readonly bad: number;
    } | null;
    readonly problems: {
      readonly totalCount: number;
      readonly edges: readonly {
        readonly node: {
          readonly row: number;
          readonly column: string | null;
          readonly code: string;
          readonly text: string;
        };
      }[];
    };
  };
}

/** The template of a file is fetched; what it shows are the columns the import reads. */
export async function fetchTemplate(hr: string): Promise<void> {
  const template = await fetchFile(hr, '/files/import-template/employee.csv');
  expect(template.status).toBe(200);
  expect(await template.text()).toContain('Mã cán bộ');
}

/** A new unit with its group, from a CSV. */
export async function takeInUnit(hr: string): Promise<void> {
  const preview = await previewed(hr, 'UNIT', 'don-vi.csv', new TextEncoder().encode(unitFile()));
  expect(preview.job.import.preview).toEqual({ created: 1, changed: 0, unchanged: 0, bad: 0 });
  const taken = await takenIn(hr, preview.id, 'ALL_OR_NONE');
  expect(taken.job.import.committed).toBe(1);
}

/** The 300 of the new unit from a workbook with twelve bad rows: each is named by row and column, the good ones are kept. */
export async function takeInPeople(hr: string): Promise<void> {
  const file = await peopleFile();
  const preview = await previewed(hr, 'EMPLOYEE', 'can-bo.xlsx', file);
  expect(preview.job.import).toMatchObject({ format: 'XLSX', rows: 300, bad: 12, committed: 0 });
  expect(preview.job.import.preview).toEqual({ created: 288, changed: 0, unchanged: 0, bad: 12 });
  const named = preview.job.import.problems.edges.map(({ node: { row, column, code } }) => `${row} ${column} ${code}`);
  expect(named).toEqual(SPOILED.map(({ place, column, code }) => `${place + 2} ${column} ${code}`));
  for (const { node } of preview.job.import.problems.edges) expect(node.text).toContain(`Dòng ${node.row}, cột`);
  expect(await countPeople(hr)).toBe(0);

  const taken = await takenIn(hr, preview.id, 'GOOD_ONES');
  expect(taken.job.import).toMatchObject({ committed: 288, bad: 12 });
  expect(await countPeople(hr)).toBe(288);

  const again = await previewed(hr, 'EMPLOYEE', 'can-bo.xlsx', file);
  expect(again.job.import.preview).toEqual({ created: 0, changed: 0, unchanged: 288, bad: 12 });
  const nothing = await takenIn(hr, again.id, 'GOOD_ONES');
  expect(nothing.job.import.preview).toEqual({ created: 0, changed: 0, unchanged: 288, bad: 12 });
  expect(await countPeople(hr)).toBe(288);
}

/** The twelve put right come in, and are taken back as a whole. */
export async function correctAndUndo(hr: string): Promise<void> {
  const preview = await previewed(hr, 'EMPLOYEE', 'bo-sung.csv', new TextEncoder().encode(correctedFile()));
  expect(preview.job.import.preview).toEqual({ created: 12, changed: 0, unchanged: 0, bad: 0 });
  const taken = await takenIn(hr, preview.id, 'ALL_OR_NONE');
  expect(await countPeople(hr)).toBe(300);
  const { import: undone } = await actAs<{ readonly import: { readonly undoneAt: string | null } }>(
    hr,
    'undo-import',
    'undoImport',
    { job: taken.id },
  );
  expect(undone.undoneAt).not.toBeNull();
  expect(await countPeople(hr)).toBe(288);
}

/** One more person, while somebody else reads the list. */
export async function addOne(hr: string): Promise<void> {
  const preview = await previewed(hr, 'EMPLOYEE', 'them.csv', new TextEncoder().encode(oneMoreFile()));
  await takenIn(hr, preview.id, 'ALL_OR_NONE');
}

async function countPeople(hr: string): Promise<number> {
  const { employees } = await askAs<{ readonly employees: { readonly totalCount: number } }>(hr, 'people-of-unit', {
    unit: NEW_UNIT,
    first: 1,
  });
  return employees.totalCount;
}

async function previewed(hr: string, register: string, name: string, body: Uint8Array<ArrayBuffer>) {
  const sent = await fetchFile(hr, `/files/upload?name=${encodeURIComponent(name)}`, { body });
  expect(sent.status).toBe(201);
  // What the door of uploads answers.
  const { id: upload } = (await sent.json()) as { readonly id: string };
  const { id } = await actAs<{ readonly id: string }>(hr, 'preview-import', 'previewImport', {
    register,
    unit: 'H99.06',
    upload,
  });
  return { id, job: await followAs<ImportJob>(hr, 'import-job', id) };
}

async function takenIn(hr: string, preview: string, mode: 'GOOD_ONES' | 'ALL_OR_NONE') {
  const { id } = await actAs<{ readonly id: string }>(hr, 'import-file', 'importFile', { preview, mode });
  return { id, job: await followAs<ImportJob>(hr, 'import-job', id) };
}

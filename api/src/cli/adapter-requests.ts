import { randomUUID } from 'node:crypto';
import { domainError } from '@congvu/schema/errors';
import { describeError } from '@congvu/schema/texts';
import type { AdapterFiles } from './adapter-folder.ts';
import { type ApiAccess, type ApiAnswer, askApi, type Trouble, troublesOf } from './ask-api.ts';
import { withRefusals } from './with-refusals.ts';

/** What a verb of `adapter` has to say: its lines, the same for a program, and what went wrong. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly answer: Readonly<Record<string, unknown>>;
  readonly troubles: readonly Trouble[];
}

interface AdapterSeen {
  readonly name: string;
  readonly title: string;
  readonly latestVersion: number;
  readonly openReports: number;
  readonly publications: readonly {
    readonly version: number;
    readonly unit: { readonly code: string } | null;
    readonly withdrawnAt: string | null;
  }[];
}

const ADAPTER = 'name title latestVersion openReports publications { version unit { code } withdrawnAt }';

export async function listAdapters(access: ApiAccess): Promise<Outcome> {
  const answer = await askApi(access, { query: `{ siteAdapters(first: 100) { edges { node { ${ADAPTER} } } } }` });
  const adapters = nodesOf<AdapterSeen>(answer, 'siteAdapters');
  return { lines: adapters.map(toLine), answer: { adapters }, troubles: troublesOf(answer) };
}

/** "vnpt-ioffice  v3  everyone v2, H99.01 v3  1 open report(s)  VNPT iOffice". */
function toLine({ name, title, latestVersion, openReports, publications }: AdapterSeen): string {
  const held = publications.filter(({ withdrawnAt }) => withdrawnAt === null);
  const places = held.map(({ unit, version }) => `${unit?.code ?? '*'}=v${version}`).join(' ') || '-';
  return `${name}  v${latestVersion}  ${places}  !${openReports}  ${title}`;
}

interface ReportSeen {
  readonly adapter: string;
  readonly version: number;
  readonly host: string;
  readonly path: string;
  readonly kind: string;
  readonly day: string;
  readonly found: number;
  readonly read: number;
  readonly secret: number;
  readonly count: number;
}

export async function listReports(access: ApiAccess, state: 'OPEN' | 'CLOSED'): Promise<Outcome> {
  const query = `query Reports($state: AdapterReportState) { adapterReports(first: 100, state: $state) { edges { node {
    id adapter version host path kind day found read secret extensionVersion count closedAt closedBy } } } }`;
  const answer = await askApi(access, { query, variables: { state } });
  const reports = nodesOf<ReportSeen>(answer, 'adapterReports');
  const lines = reports.map(
    (each) =>
      `${each.day}  ${each.adapter} v${each.version}  ${each.host}${each.path}  ${each.kind}  ${each.read}/${each.found} (${each.secret})  ×${each.count}`,
  );
  return { lines, answer: { reports }, troubles: troublesOf(answer) };
}

/** A version with its saved pages, the latest unless told; `files` null where there is none. */
export async function exportVersion(
  access: ApiAccess,
  name: string,
  version: number | null,
): Promise<Outcome & { readonly files: AdapterFiles | null }> {
  const wanted = 'version content savedPages { name html expected }';
  const query = `query Export($name: String!, $version: Int!, $latest: Boolean!) { siteAdapter(name: $name) {
    version(version: $version) @skip(if: $latest) { ${wanted} }
    versions(first: 1) @include(if: $latest) { edges { node { ${wanted} } } } } }`;
  const variables = { name, version: version ?? 1, latest: version === null };
  const answer = await askApi(access, { query, variables });
  type Version = AdapterFiles & { readonly version: number };
  // Asked for with these very fields.
  const adapter = answer.data?.siteAdapter as
    | {
        readonly version?: Version | null;
        readonly versions?: { readonly edges: readonly { readonly node: Version }[] };
      }
    | null
    | undefined;
  const found = adapter?.version ?? adapter?.versions?.edges[0]?.node ?? null;
  const troubles = troublesOf(answer);
  const missing = { code: 'NOT_FOUND', message: describeError(domainError('NOT_FOUND'), access.locale) };
  return {
    lines: [],
    answer: { name, version: found?.version ?? null },
    troubles: found === null && troubles.length === 0 ? [missing] : troubles,
    files: found,
  };
}

export function save(access: ApiAccess, files: AdapterFiles, note: string): Promise<Outcome> {
  return change(access, 'saveSiteAdapter', 'SaveSiteAdapterInput', { ...files, note });
}

export function publish(access: ApiAccess, name: string, version: number, unitCode: string | null): Promise<Outcome> {
  return change(access, 'publishSiteAdapter', 'PublishSiteAdapterInput', { name, version, unitCode });
}

export function withdraw(access: ApiAccess, name: string, unitCode: string | null): Promise<Outcome> {
  return change(access, 'withdrawSiteAdapter', 'WithdrawSiteAdapterInput', { name, unitCode });
}

async function change(access: ApiAccess, field: string, type: string, input: object): Promise<Outcome> {
  const query = `mutation Change($input: ${type}!) { ${field}(input: $input) { ... on SiteAdapter { ${ADAPTER} }
    ... on InvalidInputError { fields { path code message } } } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const answer = await askApi(access, { query: withRefusals(query), variables });
  // Asked for with these very fields.
  const result = answer.data?.[field] as
    | (AdapterSeen & { readonly fields?: readonly FieldTrouble[] })
    | null
    | undefined;
  const troubles = [...troublesOf(answer), ...(result?.fields ?? []).map(toTrouble)];
  if (troubles.length > 0 || !result) return { lines: [], answer: {}, troubles };
  return { lines: [toLine(result)], answer: { adapter: result }, troubles };
}

interface FieldTrouble {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

function toTrouble({ path, code, message }: FieldTrouble): Trouble {
  return { code, message: `${path}: ${message}` };
}

function nodesOf<Node>(answer: ApiAnswer, field: string): readonly Node[] {
  // Asked for with these very fields.
  const list = answer.data?.[field] as { readonly edges: readonly { readonly node: Node }[] } | null | undefined;
  return list?.edges.map(({ node }) => node) ?? [];
}

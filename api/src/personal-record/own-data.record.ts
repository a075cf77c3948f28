import { execute, parse } from 'graphql';
import type { Context } from '../context.ts';
import { OWN_HEAD, OWN_LISTS, type OwnList } from './own-data.sections.ts';

/** A page as large as any list gives. */
const PAGE = 100;

type Answer = Readonly<Record<string, unknown>>;
interface Page {
  readonly edges: readonly { readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * The whole of one's own record as plain values, by the same fields that a screen asks: what is hidden there is hidden here.
 * Lists are read to their end; one that may not be known is null.
 */
export async function readOwnRecord(context: Context): Promise<Answer> {
  const { viewer } = await ask(context, OWN_HEAD, {});
  const lists: Record<string, unknown> = {};
  for (const list of OWN_LISTS) lists[list.name] = await readList(context, list);
  return { viewer, ...lists };
}

async function readList(context: Context, { of, name, fields }: OwnList): Promise<readonly unknown[] | null> {
  const list = `${name}(first: ${PAGE}, after: $after) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } }`;
  const path = of === 'employee' ? `employee { ${list} }` : list;
  const rows: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await ask(context, `query OwnList($after: String) { viewer { record { ${path} } } }`, { after });
    const { record } = (answer.viewer ?? {}) as { readonly record?: Record<string, unknown> };
    const parent = of === 'employee' ? (record?.employee as Record<string, unknown> | undefined) : record;
    // The answer of the document above: a connection, or null where one may not know.
    const page = (parent?.[name] ?? null) as Page | null;
    if (page === null) return null;
    rows.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

async function ask(context: Context, source: string, variableValues: Answer): Promise<Answer> {
  // The schema imports every module, this one's neighbours among them: only here, where it is complete, is it asked for.
  const { schema } = await import('../schema.ts');
  const { data, errors } = await execute({ schema, document: parse(source), contextValue: context, variableValues });
  if (errors !== undefined && errors.length > 0) throw errors[0]?.originalError ?? errors[0];
  return (data ?? {}) as Answer;
}

import type { Level, Post } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { PostEnum } from '../employee/post.type.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { LevelEnum } from '../score/score.type.ts';
import { connectionOf } from '../sql/connection.ts';
import { listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';

/** What is published of a person's year inside his agency. */
interface PublishedLevelRow {
  readonly code: string;
  readonly name: string;
  readonly title: string | null;
  readonly unitId: string;
  readonly post: Post;
  readonly level: Level | null;
  readonly publishedAt: Date;
}

const PublishedLevelRef = builder.objectRef<PublishedLevelRow>('PublishedLevel').implement({
  description: 'A published level (Nghị định 335/2025/NĐ-CP art. 21): the level in words and no figure.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Staff code.' }),
    name: t.exposeString('name', { description: 'Full name.' }),
    title: t.exposeString('title', { nullable: true, description: 'Title at the end of the year.' }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit.',
      resolve: (row, _args, context) => getUnit(context, row.unitId),
    }),
    post: t.expose('post', { type: PostEnum, description: 'The post.' }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'The level; null where not classified.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
  }),
});

const PublishedLevelConnection = connectionOf('PublishedLevel', PublishedLevelRef, 'published levels');

function listPublishedLevels(
  context: Context,
  unitId: string,
  year: number,
  args: PageArguments,
): Promise<Page<PublishedLevelRow>> {
  const list: ListStatement = {
    columns: raw(`l.code, l.name, l.title, l.unit_id as "unitId", l.post, l.level, l.published_at as "publishedAt"`),
    from: sql`congvu.published_levels(${unitId}::uuid, ${year}::int) l`,
    conditions: [],
    order: [
      { expression: '(select place.path_text from congvu.unit place where place.id = l.unit_id)', type: 'text' },
      { expression: 'l.name', type: 'text' },
      // Unique, and no key of a person: whoever reads a published level need not see the person's record.
      { expression: 'l.code', type: 'text' },
    ],
  };
  return listPage<PublishedLevelRow & PlacedRow>(context, list, args);
}

builder.queryField('publishedLevels', (t) =>
  t.field({
    type: PublishedLevelConnection,
    description:
      'The published levels of a unit and those below it, for everybody who works in their agency. Level only; figures stay with who may see the year itself.',
    authScopes: { signedIn: true },
    args: {
      unit: t.arg.string({ description: 'Code of the unit.' }),
      year: t.arg.int({ description: 'The year.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { unit, year, ...page }, context) => {
      const found = assertVisible(await filterUnit(unit, context), context);
      return listPublishedLevels(context, found.id, year, page);
    },
  }),
);

import { getNamedType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema.ts';

/**
 * Types that lead to a person and are no record of his, each with its reason. Whoever adds a type with a person behind it says
 * `record:` (then every reading is logged), or adds it here.
 */
const NO_RECORD: Readonly<Record<string, string>> = {
  AbsentDays: 'who is away, without why: for who plans the work',
  Charge: 'a deputy’s field: how the office is organised',
  Delegation: 'who acts for whom: shown to everybody whom it concerns',
  EmployeeEdge: 'a place in a list of people',
  Grant: 'who may do what with the office’s records, shown to who gives and reviews it',
  HandlerChoice: 'the asking user’s own memory',
  LeftOutOfYear: 'why a year was not opened for somebody, answered to who opens it',
  PersonalRecord: 'the asking person’s own',
  Query: 'the person alone',
  Ranking: 'who has no figure; the rows are records',
  ReportRow: 'notes its record’s own kind where the person is asked for',
  TeamMember: 'who inspects: a public office',
  TransferredEmployeeRow: 'what became of a row, answered to who sent it',
  UnitAuthority: 'who is in charge',
  Viewer: 'the asking person',
};

test('every type with a person behind it says whose record it is, or why it is none', () => {
  const silent = Object.values(schema.getTypeMap()).filter((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return false;
    const leads = Object.values(type.getFields()).some((field) => getNamedType(field.type).name === 'Employee');
    // Pothos keeps a type's options with it.
    const options = type.extensions.pothosOptions as { readonly record?: object } | undefined;
    return leads && options?.record === undefined;
  });
  expect(silent.map(({ name }) => name).toSorted()).toEqual(Object.keys(NO_RECORD).toSorted());
});

import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

export interface RelationQuery {
  /** "Employee.tasks" */
  readonly relation: string;
  readonly query: string;
}

/**
 * One query for each field of the schema that leads to an object, by the shortest way from the root, with no filter given.
 * `given` holds the arguments of fields that require some beside a page; a new such field fails here until it is named.
 */
export function everyRelation(
  schema: GraphQLSchema,
  given: Readonly<Record<string, string>>,
): readonly RelationQuery[] {
  const queries: RelationQuery[] = [];
  const root = schema.getQueryType();
  if (!isObjectType(root)) throw new Error('The schema has queries.');
  const waiting: { readonly type: GraphQLNamedType; readonly wrap: (inner: string) => string }[] = [
    { type: root, wrap: (inner) => `{ ${inner} }` },
  ];
  const reached = new Set<GraphQLNamedType>([root]);
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    const { type, wrap } = place;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      // `node` and `nodes` lead anywhere; they are asked by identifier, one type after the other.
      if (isLeafType(target) || isInterfaceType(target)) continue;
      const call = `${field.name}${argumentsOf(type.name, field, given)}`;
      const members = isUnionType(target) ? target.getTypes() : [target];
      for (const member of members) {
        const step = (inner: string) =>
          wrap(isUnionType(target) ? `${call} { ... on ${member.name} { ${inner} } }` : `${call} { ${inner} }`);
        queries.push({ relation: `${type.name}.${field.name}`, query: step(`__typename ${leavesOf(member)}`) });
        if (reached.has(member)) continue;
        reached.add(member);
        waiting.push({ type: member, wrap: step });
      }
    }
  }
  return queries;
}

function argumentsOf(type: string, field: Field, given: Readonly<Record<string, string>>): string {
  const place = `${type}.${field.name}`;
  const stated = given[place];
  if (stated !== undefined) return `(${stated})`;
  const required = field.args.find(isRequiredArgument);
  if (required !== undefined)
    throw new Error(`${place} requires "${required.name}": state a value for it in the test.`);
  return field.args.some((argument) => argument.name === 'first') ? '(first: 4)' : '';
}

function leavesOf(type: GraphQLNamedType): string {
  if (!isObjectType(type)) return '';
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .map((field) => field.name)
    .join(' ');
}

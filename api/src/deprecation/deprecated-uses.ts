import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A use of what will go. `path`: where it stands in the schema, such as "Ranking.withoutData"; `use`: what takes its place. */
export interface DeprecatedUse {
  readonly path: string;
  readonly use: string;
}

const ofDocument = new WeakMap<DocumentNode, readonly DeprecatedUse[]>();

/**
 * Every deprecated field, argument, input field and enum value that a document or the values of its variables use, each once. A
 * document is walked once; a trusted one is the same object each time.
 */
export function deprecatedUses(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly DeprecatedUse[] {
  let written = ofDocument.get(document);
  if (written === undefined) {
    written = usesInDocument(schema, document);
    ofDocument.set(document, written);
  }
  return once([...written, ...usesInVariables(schema, document, variables)]);
}

function usesInDocument(schema: GraphQLSchema, document: DocumentNode): readonly DeprecatedUse[] {
  const info = new TypeInfo(schema);
  const uses: DeprecatedUse[] = [];
  const note = (path: string, reason: string | null | undefined) => {
    if (reason !== null && reason !== undefined) uses.push({ path, use: replacement(reason) });
  };
  const placeOfField = () => `${info.getParentType()?.name ?? ''}.${info.getFieldDef()?.name ?? ''}`;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => note(placeOfField(), info.getFieldDef()?.deprecationReason),
      Argument: () =>
        note(`${placeOfField()}(${info.getArgument()?.name ?? ''}:)`, info.getArgument()?.deprecationReason),
      ObjectField: ({ name }) => {
        const parent = getNamedType(info.getParentInputType());
        if (isInputObjectType(parent))
          note(`${parent.name}.${name.value}`, parent.getFields()[name.value]?.deprecationReason);
      },
      EnumValue: ({ value }) => {
        const type = getNamedType(info.getInputType());
        if (isEnumType(type)) note(`${type.name}.${value}`, type.getValue(value)?.deprecationReason);
      },
    }),
  );
  return once(uses);
}

/** What variables hold is known only with the request: input fields that are given, and words of enumerations. */
function usesInVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly DeprecatedUse[] {
  const uses: DeprecatedUse[] = [];
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  for (const definition of operations.flatMap(({ variableDefinitions }) => variableDefinitions ?? [])) {
    const type = typeFromAST(schema, definition.type);
    const value = variables[definition.variable.name.value];
    // A variable's type is an input type; validation has seen to it.
    if (type !== undefined && value !== undefined) walkValue(type as GraphQLInputType, value, uses);
  }
  return uses;
}

function walkValue(given: GraphQLInputType, value: unknown, uses: DeprecatedUse[]): void {
  const type = getNullableType(given);
  if (isListType(type)) {
    for (const each of Array.isArray(value) ? value : [value]) walkValue(type.ofType, each, uses);
  } else if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
    for (const [name, held] of Object.entries(value)) {
      const field = type.getFields()[name];
      if (field === undefined) continue;
      if (typeof field.deprecationReason === 'string')
        uses.push({ path: `${type.name}.${name}`, use: replacement(field.deprecationReason) });
      walkValue(field.type, held, uses);
    }
  } else if (isEnumType(type) && typeof value === 'string') {
    const reason = type.getValue(value)?.deprecationReason;
    if (typeof reason === 'string') uses.push({ path: `${type.name}.${value}`, use: replacement(reason) });
  }
}

/** What a reason names in backquotes, "Use `apart`."; the reason itself where it names nothing. */
function replacement(reason: string): string {
  return /`([^`]+)`/.exec(reason)?.[1] ?? reason;
}

function once(uses: readonly DeprecatedUse[]): readonly DeprecatedUse[] {
  return uses.filter(({ path }, index) => uses.findIndex((each) => each.path === path) === index);
}

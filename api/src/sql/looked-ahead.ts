import {
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** The arguments with which each of these fields is asked for directly below a field, once each. */
export function argumentsBelow(
  info: GraphQLResolveInfo,
  fields: readonly string[],
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return found;
  const definitions = type.getFields();
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = info.fragments[selection.name.value];
        if (fragment !== undefined) walk(fragment.selectionSet);
      } else {
        const name = selection.name.value;
        const definition = definitions[name];
        // Asked for twice under other names, the second is read by its own statement.
        if (definition === undefined || !fields.includes(name) || found.has(name)) continue;
        found.set(name, getArgumentValues(definition, selection, info.variableValues));
      }
    }
  };
  for (const node of info.fieldNodes) if (node.selectionSet !== undefined) walk(node.selectionSet);
  return found;
}

import { type DocumentNode, type FieldNode, Kind, OperationTypeNode, parse, print, type SelectionNode } from 'graphql';

const asked = parse('{ __typename ... on DomainError { refusalCode: code refusalMessage: message } }');

/**
 * The operation with what tells a refusal from a result added to every mutation it calls: each answers a union, and a
 * document that asks for the result alone would show a refused one as an empty object. Throws a GraphQLError for text
 * that is no document.
 */
export function withRefusals(text: string): string {
  const document = parse(text);
  return print({ ...document, definitions: document.definitions.map(askInMutation) });
}

function askInMutation(definition: DocumentNode['definitions'][number]): DocumentNode['definitions'][number] {
  if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION)
    return definition;
  const { selectionSet } = definition;
  return { ...definition, selectionSet: { ...selectionSet, selections: selectionSet.selections.map(askInField) } };
}

function askInField(selection: SelectionNode): SelectionNode {
  if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return selection;
  const selections = [...addedSelections(), ...selection.selectionSet.selections];
  return { ...selection, selectionSet: { ...selection.selectionSet, selections } } satisfies FieldNode;
}

function addedSelections(): readonly SelectionNode[] {
  const [operation] = asked.definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}

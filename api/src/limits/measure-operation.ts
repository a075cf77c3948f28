import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** How large an operation is. */
export interface OperationMeasure {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly rootFields: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** Lists whose length is known from an argument's own length instead of from a page size. */
const LIST_ARGUMENTS: Readonly<Record<string, string>> = {
  identify: 'keys',
  documentTasks: 'documents',
  nodes: 'ids',
  assignTasks: 'input',
  confirmPeriodSheets: 'input',
  confirmTasks: 'input',
  decideObjectiveCauses: 'input',
  transferEmployees: 'input',
};

/** Where the argument is an input object: the list in it that is answered row by row. */
const LIST_INPUTS: Readonly<Record<string, string>> = {
  assignTasks: 'rows',
  confirmPeriodSheets: 'rows',
  confirmTasks: 'rows',
  decideObjectiveCauses: 'rows',
  transferEmployees: 'rows',
};

/** Fields whose values are large: what one of them brings is many times what another does. */
const WEIGHTS: Readonly<Record<string, number>> = { savedPages: 1_000, versions: 10 };

/** Beyond this the sum says nothing more, and the walk of a document built to be long ends. */
const COST_LIMIT_OF_INTEREST = 1_000_000_000;

/**
 * Walks an operation before it is validated or executed. A fragment that contains itself is walked once a path, so the
 * walk ends for any document; it stops early once the cost is beyond any limit.
 */
export function measureOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): OperationMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) {
      if (operation === undefined || definition.name?.value === operationName) operation = definition;
    }
  }
  const walk = new Walk(fragments, variables);
  if (operation !== undefined) walk.selections(operation.selectionSet, 1, 1, []);
  return { depth: walk.depth, cost: walk.cost, aliases: walk.aliases, rootFields: walk.rootFields };
}

class Walk {
  depth = 0;
  cost = 0;
  aliases = 0;
  rootFields = 0;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Variables) {
    this.#fragments = fragments;
    this.#variables = variables;
  }

  selections(set: SelectionSetNode, depth: number, times: number, open: readonly string[]): void {
    for (const selection of set.selections) {
      if (this.cost > COST_LIMIT_OF_INTEREST) return;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = this.#fragments.get(selection.name.value);
        if (fragment === undefined || open.includes(selection.name.value)) continue;
        this.selections(fragment.selectionSet, depth, times, [...open, selection.name.value]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.selections(selection.selectionSet, depth, times, open);
      } else {
        const field = selection.name.value;
        if (depth === 1) this.rootFields += 1;
        if (selection.alias !== undefined) this.aliases += 1;
        // Introspection reads the schema, not data, and its own nesting says nothing of ours.
        if (field.startsWith('__')) continue;
        this.depth = Math.max(this.depth, depth);
        this.cost += times * (WEIGHTS[field] ?? 1);
        if (selection.selectionSet === undefined) continue;
        const size = this.#sizeOf(field, selection.arguments ?? []);
        this.selections(selection.selectionSet, depth + 1, times * size, open);
      }
    }
  }

  #sizeOf(
    field: string,
    args: readonly { readonly name: { readonly value: string }; readonly value: ValueNode }[],
  ): number {
    const listArgument = LIST_ARGUMENTS[field];
    for (const argument of args) {
      const { value: name } = argument.name;
      if (name === 'first' || name === 'last') {
        const value = this.#valueOf(argument.value);
        if (typeof value === 'number') return Math.max(1, value);
      } else if (name === listArgument) {
        const list = this.#listOf(argument.value, LIST_INPUTS[field]);
        if (list !== null) return Math.max(1, list.length);
      }
    }
    return 1;
  }

  /** The list an argument is, or holds under a name; written in the document or given by a variable. */
  #listOf(node: ValueNode, name: string | undefined): readonly unknown[] | null {
    if (name !== undefined && node.kind === Kind.OBJECT) {
      const held = node.fields.find((each) => each.name.value === name)?.value;
      return held === undefined ? null : this.#listOf(held, undefined);
    }
    const value = node.kind === Kind.LIST ? node.values : this.#valueOf(node);
    const list = name !== undefined && typeof value === 'object' && value !== null ? Reflect.get(value, name) : value;
    return Array.isArray(list) ? list : null;
  }

  #valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.INT) return Number(node.value);
    if (node.kind === Kind.VARIABLE) return this.#variables[node.name.value];
    return null;
  }
}

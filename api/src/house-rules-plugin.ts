import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core';

const name = 'houseRules' as const;
export default name;

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      houseRules: HouseRulesPlugin<Types>;
    }
  }
}

/**
 * Makes two omissions impossible rather than forbidden: a root field without scopes, and a public name without a
 * description. Either ends the building of the schema, so neither start nor a test gets past it.
 */
class HouseRulesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(type: PothosTypeConfig): PothosTypeConfig {
    // Unions are named and described by the mutation that returns them.
    if (!type.description && type.kind !== 'Union') throw new Error(`Type ${type.name} has no description.`);
    return type;
  }

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const place = `${field.parentType}.${field.name}`;
    const isRoot = field.kind === 'Query' || field.kind === 'Mutation' || field.kind === 'Subscription';
    if (isRoot && !('authScopes' in field.pothosOptions)) throw new Error(`Root field ${place} states no scopes.`);
    if (!field.description) throw new Error(`Field ${place} has no description.`);
    for (const [argument, config] of Object.entries(field.args)) {
      if (!config.description) throw new Error(`Argument ${place}(${argument}:) has no description.`);
    }
    return field;
  }
}

SchemaBuilder.registerPlugin(name, HouseRulesPlugin);

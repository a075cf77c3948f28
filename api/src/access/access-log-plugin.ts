import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import type { Context } from '../context.ts';
import type { RecordKind } from './access-log.ts';

const name = 'accessLog' as const;
export default name;

/** Says that a type's rows, or a field's answer, belong to a person's record. */
interface RecordOptions<Parent> {
  readonly kind: RecordKind;
  /** The person whose record it is. */
  readonly of: (parent: Parent) => string;
}

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      accessLog: AccessLogPlugin<Types>;
    }
    interface ObjectTypeOptions<Types extends SchemaTypes, Shape> {
      /** Every field of this type reads this record. */
      record?: RecordOptions<Shape>;
    }
    interface ObjectFieldOptions<
      Types extends SchemaTypes,
      ParentShape,
      Type extends TypeParam<Types>,
      Nullable extends FieldNullability<Type>,
      Args extends InputFieldMap,
      ResolveReturnShape,
    > {
      /** This field reads a record, also when it answers nothing. */
      record?: RecordOptions<ParentShape>;
    }
  }
}

/** Notes reads where they happen, in front of the resolvers, so that no module can forget to. */
class AccessLogPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const type = this.buildCache.getTypeConfig(field.parentType);
    const ofType = recordOf(type.pothosOptions);
    const ofField = recordOf(field.pothosOptions);
    if (ofType === undefined && ofField === undefined) return resolver;
    return (parent, args, context, info) => {
      // Pothos types a plugin's context as any schema's; this plugin belongs to one schema.
      const { access } = context as unknown as Context;
      if (ofType !== undefined) access.noteRow(parent as object, ofType.kind, ofType.of(parent));
      if (ofField !== undefined) access.note(ofField.kind, ofField.of(parent));
      return resolver(parent, args, context, info);
    };
  }
}

function recordOf(options: object): RecordOptions<unknown> | undefined {
  return (options as { record?: RecordOptions<unknown> }).record;
}

SchemaBuilder.registerPlugin(name, AccessLogPlugin);

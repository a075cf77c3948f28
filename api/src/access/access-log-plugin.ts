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
  /** The person whose record it is; null for a row about no person (a collective, a unit), which is nobody's to log. */
  readonly of: (parent: Parent) => string | null;
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
      const ofRow = ofType?.of(parent) ?? null;
      if (ofType !== undefined && ofRow !== null) access.noteRow(parent as object, ofType.kind, ofRow);
      const ofAnswer = ofField?.of(parent) ?? null;
      if (ofField !== undefined && ofAnswer !== null) access.note(ofField.kind, ofAnswer);
      return resolver(parent, args, context, info);
    };
  }
}

function recordOf(options: object): RecordOptions<unknown> | undefined {
  return (options as { record?: RecordOptions<unknown> }).record;
}

SchemaBuilder.registerPlugin(name, AccessLogPlugin);

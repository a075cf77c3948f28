import { PrismaPg } from '@prisma/adapter-pg';
import { type ColumnType, ColumnTypeEnum, type SqlResultSet } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

/**
 * Prisma's adapter with two faults of 7.10.0 mended, both met by migrations alone.
 *
 * It cuts a script at every semicolon, which breaks function bodies, and runs the pieces one by one. Sent whole, PostgreSQL
 * runs a script as one transaction: a migration that fails leaves nothing behind.
 *
 * It refuses the type "char" of PostgreSQL's catalogue, in which the engine's questions about constraints are answered, so
 * that no database with a foreign key could be compared with the models.
 */
export class MigrationAdapter extends PrismaPg {
  /** What the last failed script said; of an error that is not the adapter's own the engine reports only a number. */
  failure: Error | null = null;

  override async connect() {
    const connection = await super.connect();
    const driver = connection.underlyingDriver();
    const queryRaw = connection.queryRaw.bind(connection);
    connection.executeScript = async (script) => {
      await driver.query(script).catch((error: Error) => {
        this.failure = error;
        throw error;
      });
    };
    connection.queryRaw = async (query) => {
      const asksForConstraints = query.sql.includes('pg_constraint');
      return asksForConstraints ? queryCatalogue(driver, query.sql, query.args) : queryRaw(query);
    };
    return connection;
  }
}

/** The types that PostgreSQL's catalogue answers in, by their numbers in pg_type. */
const catalogueTypes: Readonly<Record<number, ColumnType>> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  19: ColumnTypeEnum.Text,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  25: ColumnTypeEnum.Text,
  26: ColumnTypeEnum.Int64,
  1009: ColumnTypeEnum.TextArray,
};

async function queryCatalogue(driver: pg.Pool, text: string, values: unknown[]): Promise<SqlResultSet> {
  const { fields, rows } = await driver.query<unknown[]>({ text, values, rowMode: 'array' });
  const columnTypes = fields.map(({ name, dataTypeID }) => {
    const type = catalogueTypes[dataTypeID];
    if (type === undefined) throw new Error(`column ${name} of the catalogue has the unexpected type ${dataTypeID}`);
    return type;
  });
  return { columnNames: fields.map((field) => field.name), columnTypes, rows };
}

-- A word of imports: alone, because PostgreSQL uses no value in the transaction that adds it.
ALTER TYPE congvu.import_register ADD VALUE 'EARLIER_LEVEL';

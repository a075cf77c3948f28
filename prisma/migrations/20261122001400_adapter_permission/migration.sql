-- Who keeps site adapters: alone, because PostgreSQL uses no value in the transaction that adds it.
ALTER TYPE congvu.permission ADD VALUE 'ADAPTER_MANAGE';

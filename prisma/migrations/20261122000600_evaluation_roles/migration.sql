-- The roles and permissions of the year: alone, because PostgreSQL uses no value in the transaction that adds it.
ALTER TYPE congvu.role ADD VALUE 'HEAD_OF_UNIT' AFTER 'MANAGER';
ALTER TYPE congvu.role ADD VALUE 'AUTHORITY' AFTER 'HEAD_OF_UNIT';

ALTER TYPE congvu.permission ADD VALUE 'CLASSIFICATION_READ';
ALTER TYPE congvu.permission ADD VALUE 'CLASSIFICATION_PROPOSE';
ALTER TYPE congvu.permission ADD VALUE 'CLASSIFICATION_DECIDE';
ALTER TYPE congvu.permission ADD VALUE 'PERIOD_CLOSE';
ALTER TYPE congvu.permission ADD VALUE 'CATALOGUE_MANAGE';
ALTER TYPE congvu.permission ADD VALUE 'DELEGATE';
ALTER TYPE congvu.permission ADD VALUE 'STAFF_MANAGE';
ALTER TYPE congvu.permission ADD VALUE 'RULES_MANAGE';

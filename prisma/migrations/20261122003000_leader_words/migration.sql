-- Words of rankings, imports and channels: alone, because PostgreSQL uses no value in the transaction that adds it.
ALTER TYPE congvu.permission ADD VALUE 'WEBHOOK_MANAGE';
ALTER TYPE congvu.permission ADD VALUE 'TASK_IMPORT';

ALTER TYPE congvu.job_kind ADD VALUE 'EXPORT';

ALTER TYPE congvu.import_register ADD VALUE 'UNIT';
ALTER TYPE congvu.import_register ADD VALUE 'EMPLOYEE';
ALTER TYPE congvu.import_register ADD VALUE 'ASSIGNMENT';
ALTER TYPE congvu.import_register ADD VALUE 'CATALOGUE';
ALTER TYPE congvu.import_register ADD VALUE 'TASK';
ALTER TYPE congvu.import_register ADD VALUE 'UNIT_RESULT';
ALTER TYPE congvu.import_register ADD VALUE 'PLANNING';
ALTER TYPE congvu.import_mode ADD VALUE 'PREVIEW';

ALTER TYPE congvu.register_table_kind ADD VALUE 'APPOINTMENT_CONDITIONS';
ALTER TYPE congvu.register_table_kind ADD VALUE 'SIGN_FLOORS';

ALTER TYPE congvu.retention_entity ADD VALUE 'UPLOAD_FILE';
ALTER TYPE congvu.retention_entity ADD VALUE 'EXPORT_FILE';

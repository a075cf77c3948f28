import './audit-keys.queries.ts';

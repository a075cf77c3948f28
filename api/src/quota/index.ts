import './quota.queries.ts';

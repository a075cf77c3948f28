import './access.queries.ts';

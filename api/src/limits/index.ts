import './limits.queries.ts';

import './waiting.queries.ts';

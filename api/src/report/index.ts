import './report.queries.ts';

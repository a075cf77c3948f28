import './adapter-report.mutations.ts';
import './adapter-report.queries.ts';
import './site-adapter.mutations.ts';
import './site-adapter.queries.ts';

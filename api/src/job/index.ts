import './job.mutations.ts';
import './job.queries.ts';

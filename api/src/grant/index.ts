import './grant.mutations.ts';
import './grant.queries.ts';

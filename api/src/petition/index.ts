import './petition.mutations.ts';
import './petition.queries.ts';
import './petition.type.ts';

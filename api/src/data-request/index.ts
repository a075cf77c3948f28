import './data-request.mutations.ts';
import './data-request.queries.ts';
import './data-request.type.ts';

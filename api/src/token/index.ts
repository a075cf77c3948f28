import './token.mutations.ts';
import './token.queries.ts';

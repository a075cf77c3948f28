import './candidate.type.ts';
import './title-standing.type.ts';
import './round.mutations.ts';
import './round.queries.ts';
import './round.type.ts';

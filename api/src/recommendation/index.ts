import './recommendation.mutations.ts';
import './recommendation.queries.ts';
import './recommendation.type.ts';

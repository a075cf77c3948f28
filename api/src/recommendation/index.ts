import './recommendation.queries.ts';
import './recommendation.type.ts';

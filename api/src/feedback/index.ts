import './feedback.mutations.ts';
import './feedback.queries.ts';
import './feedback.type.ts';

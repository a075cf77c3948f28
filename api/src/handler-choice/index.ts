import './handler-choice.mutations.ts';
import './handler-choice.queries.ts';

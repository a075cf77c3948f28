import './restriction.mutations.ts';
import './restriction.type.ts';

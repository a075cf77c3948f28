import './absence.mutations.ts';
import './absence.type.ts';

import './delegation.mutations.ts';
import './delegation.type.ts';

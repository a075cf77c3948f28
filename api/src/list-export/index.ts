import './export.type.ts';
import './export.mutations.ts';

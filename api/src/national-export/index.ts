import './national-export.mutations.ts';
import './national-export.queries.ts';
import './national-export.type.ts';

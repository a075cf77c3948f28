import './sheet.mutations.ts';
import './sheet-parts.type.ts';
import './sheet.queries.ts';
import './sheet.type.ts';

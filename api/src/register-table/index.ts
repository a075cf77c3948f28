import './register-table.mutations.ts';
import './register-table.queries.ts';
import './register-table.type.ts';

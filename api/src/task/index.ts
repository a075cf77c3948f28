import './task-event.type.ts';
import './task-rows.mutations.ts';
import './task.mutations.ts';
import './task.queries.ts';
import './task.type.ts';

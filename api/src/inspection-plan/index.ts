import './inspection-plan.mutations.ts';
import './inspection-plan.queries.ts';
import './inspection-plan.type.ts';

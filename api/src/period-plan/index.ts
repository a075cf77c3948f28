import './plan.mutations.ts';

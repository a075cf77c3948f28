import './staff.mutations.ts';

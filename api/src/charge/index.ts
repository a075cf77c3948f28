import './charge.mutations.ts';

import './token.mutations.ts';

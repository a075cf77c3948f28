import './import.mutations.ts';

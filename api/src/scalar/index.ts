import './scalars.ts';

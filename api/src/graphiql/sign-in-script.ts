import { readFileSync } from 'node:fs';

/** The script of the bar above GraphiQL, as the browser gets it. */
export const signInScript = readFileSync(new URL('./sign-in.js', import.meta.url), 'utf8');

/** The person a screen speaks of. */
export type Person = { readonly id: string; readonly code: string; readonly name: string; readonly title: string };

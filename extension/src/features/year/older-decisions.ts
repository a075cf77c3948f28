type Numbered = { readonly revision: number };

/** The decisions whose place the shown one took. On a sheet that was itself replaced, the newer ones are not older. */
export function olderDecisions<Revision extends Numbered>(
  shown: Numbered & { readonly revisions: readonly Revision[] },
): readonly Revision[] {
  return shown.revisions.filter(({ revision }) => revision < shown.revision);
}

/** A number of a sentence, and the figure it leads to. */
type NumberInText = { readonly key: string; readonly code?: string | null | undefined; readonly value: number };

type SentencePart = { readonly text: string; readonly leadsTo: NumberInText | null };

/**
 * A sentence in parts, its numbers apart. A number leads to the next figure of its value; a sum of several, a date or an article
 * leads nowhere.
 */
export function numberParts(sentence: string, figures: readonly NumberInText[]): readonly SentencePart[] {
  let next = 0;
  return sentence.split(/(\d+)/).flatMap((text, index): readonly SentencePart[] => {
    if (text === '') return [];
    if (index % 2 === 0) return [{ text, leadsTo: null }];
    const at = figures.findIndex((figure, place) => place >= next && figure.value === Number(text));
    const found = figures[at];
    if (found === undefined) return [{ text, leadsTo: null }];
    next = at + 1;
    return [{ text, leadsTo: found }];
  });
}

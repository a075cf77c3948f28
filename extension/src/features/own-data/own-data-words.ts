/** What was read, in words: "card+sheet" as "thẻ, phiếu tháng"; a word nobody knows stands as it is. */
export function accessWords(kind: string, words: Readonly<Record<string, string>>): string {
  return kind
    .split('+')
    .map((each) => words[each] ?? each)
    .join(', ');
}

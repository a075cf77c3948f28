/** The ten criteria of domain.md 3.2 by their codes, points as text, one of them half a point below its maximum. */
const FULL = {
  'I.1': '5',
  'I.2': '4.5',
  'II.1': '2.5',
  'II.2': '2.5',
  'II.3': '2.5',
  'II.4': '2.5',
  'III.1': '2.5',
  'III.2': '2.5',
  'III.3': '2.5',
  'III.4': '2.5',
};

/** The general criteria as a mutation takes them; `changes` gives some of them other points. */
export function criteria(changes: Readonly<Record<string, string>> = {}) {
  return Object.entries({ ...FULL, ...changes }).map(([code, points]) => ({ code, points }));
}

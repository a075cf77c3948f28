// The table of attacks. Each has a name, what it would learn, and one or more of
//   start(note)   runs before the page has a body; `note` writes down what it hears from then on
//   look(phase)   answers with what it sees now, as JSON; asked for at each phase of the test
// Whatever is noted is kept once, in a sorted list: how often and when the same thing is heard follows the machine's load. Before the
// first look the page is still being laid out, so sizes differ between loads: until then `note` keeps no figures. After `close`
// nothing is noted.
globalThis.hostile = (() => {
  const attacks = new Map();
  const most = 300;
  let phase = 'loading';
  // The suite patches what it stands on; these are the originals.
  const { stringify } = JSON;
  const settle = async (look) => {
    try {
      return await look();
    } catch (error) {
      return `thrown ${error?.name}`;
    }
  };
  const attack = ({ name, learns, start, look }) => {
    const entry = { learns, look, noted: new Set(), looks: {} };
    attacks.set(name, entry);
    const note = (what, figures = null) => {
      if (entry.noted.size >= most || phase === 'closed') return;
      entry.noted.add(stringify(phase === 'loading' || figures === null ? what : [what, figures]));
    };
    try {
      start?.(note);
    } catch (error) {
      note(`start: thrown ${error?.name}`);
    }
  };
  return {
    attack,
    isLoading: () => phase === 'loading',
    close() {
      phase = 'closed';
    },
    /** Every attack looks, one after the other. */
    async look(next) {
      phase = next;
      for (const entry of attacks.values()) {
        if (entry.look) entry.looks[next] = await settle(() => entry.look(next));
      }
    },
    report: () =>
      Object.fromEntries(
        [...attacks].map(([name, { learns, noted, looks }]) => [name, { learns, noted: [...noted].sort(), looks }]),
      ),
    /** Our frame, or the host of its shadow root in the leaky build: what the page did not put there itself. */
    ours: () => document.querySelector('iframe[src^="chrome-extension:"], main > div:not([class])'),
  };
})();

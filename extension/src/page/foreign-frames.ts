import type { BackgroundLink } from './background-link.ts';

/** How often a visible document looks which frames it holds, in ms; frames are told of only where that changed. */
const interval = 4_000;

/** Smaller frames hold counters, maps and advertisements, in CSS pixels. */
const least = { width: 300, height: 150 };

const foreignOrigins = (): readonly string[] => {
  const origins = new Set<string>();
  for (const frame of document.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe[src], frame[src]')) {
    const { origin, protocol } = URL.parse(frame.src, document.baseURI) ?? {};
    if (origin === undefined || origin === self.origin || !/^https?:$/.test(protocol ?? '')) continue;
    if (frame.offsetWidth >= least.width && frame.offsetHeight >= least.height) origins.add(origin);
  }
  return [...origins].slice(0, 10);
};

/**
 * Tells which other sites stand in frames here: where the list is in one of them, the person can switch that site on in the side
 * panel. Of a frame only its origin is told; what is in it, nobody of ours can see.
 */
export const tellForeignFrames = (link: BackgroundLink, signal: AbortSignal): void => {
  let told = '';
  const look = (): void => {
    if (document.visibilityState !== 'visible' || document.readyState === 'loading') return;
    const origins = foreignOrigins();
    if (origins.join() === told) return;
    told = origins.join();
    void link.send('page.frames', { origins });
  };
  const timer = setInterval(look, interval);
  const first = setTimeout(look, 1_000);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    clearTimeout(first);
  });
};

import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** How often an open panel looks which frames its tab holds, in ms: a page may open one at any time, and tells nobody. */
const interval = 3_000;

/**
 * Origins of other sites that stand in frames of the tab's documents, at most 10. Of such a frame nobody of ours sees more than the
 * address its page gave it; where the list is in it, the person can switch that site on.
 */
export function useFrameOrigins(tabId: number | null): readonly string[] {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  useEffect(() => {
    if (tabId === null) return;
    let isOver = false;
    const look = async () => {
      const target = { tabId, allFrames: true };
      // Refused where no site of the tab is on: then there is nothing to look at.
      const looks = await browser.scripting.executeScript({ target, func: lookForFrames }).catch(() => []);
      const found = [...new Set(looks.flatMap(({ result }) => result ?? []))].slice(0, 10);
      if (!isOver) setOrigins((before) => (before.join() === found.join() ? before : found));
    };
    void look();
    const timer = setInterval(() => void look(), interval);
    return () => {
      isOver = true;
      clearInterval(timer);
      setOrigins([]);
    };
  }, [tabId]);
  return origins;
}

/** Runs in each document of the tab that we may look into. Smaller frames hold counters, maps and advertisements. */
function lookForFrames(): string[] {
  const found: string[] = [];
  for (const frame of document.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe[src], frame[src]')) {
    const url = URL.parse(frame.src, document.baseURI);
    const isOther = url !== null && /^https?:$/.test(url.protocol) && url.origin !== self.origin;
    if (isOther && frame.offsetWidth >= 300 && frame.offsetHeight >= 150) found.push(url.origin);
  }
  return found;
}

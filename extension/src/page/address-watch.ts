import type { Listen } from './lasting-listeners.ts';
import { addressText } from './page-address.ts';

/** Tells when the address changes without a load (History API, fragment). `check` looks at once, without waiting for an event. */
export type AddressWatch = { check(): boolean };

/**
 * `onChange` is called once per change, before `check` returns. Where the browser has no Navigation API, and in a frame whose address
 * is that of the page around it, the page's own mutations (which call `check`) and a look twice a second stand in.
 */
export const watchAddress = (onChange: () => void, listen: Listen, signal: AbortSignal): AddressWatch => {
  let address = addressText();
  const check = (): boolean => {
    const now = addressText();
    if (now === address) return false;
    address = now;
    onChange();
    return true;
  };
  for (const type of ['popstate', 'hashchange'] as const) listen(type, check);
  const hasOwnEvents = 'navigation' in window && /^https?:/.test(location.protocol);
  if (hasOwnEvents) window.navigation.addEventListener('currententrychange', check, { signal });
  else {
    const timer = setInterval(check, 500);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
  return { check };
};

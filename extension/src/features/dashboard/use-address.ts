import { useSyncExternalStore } from 'react';
import { type Address, readAddress, writeAddress } from './address.ts';

/** The address now; the component is drawn again when it changes, by a link, by `goTo` or by the browser's own keys. */
export function useAddress(): Address {
  return readAddress(useSyncExternalStore(subscribe, hashNow));
}

/** Goes to an address. With `isCorrection` the present one is replaced, so that "back" does not stop there. */
export function goTo(address: Address, isCorrection = false): void {
  const hash = writeAddress(address);
  if (!isCorrection) location.hash = hash;
  else if (location.hash !== hash) {
    history.replaceState(null, '', `${location.pathname}${hash}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Before there was more than the ranking its filters stood in the query; such addresses were kept and sent on. */
function hashNow(): string {
  return location.hash === '' && location.search !== '' ? `#/xep-hang${location.search}` : location.hash;
}

/** Tells when the address changes without a load (History API, fragment). `check` looks at once, without waiting for an event. */
export type AddressWatch = { check(): boolean };

/**
 * `onChange` is called once per change, before `check` returns. Where the browser has no Navigation API the page's own mutations
 * (which call `check`) and a look twice a second stand in.
 */
export const watchAddress = (onChange: () => void, signal: AbortSignal): AddressWatch => {
  let address = location.href;
  const check = (): boolean => {
    if (location.href === address) return false;
    address = location.href;
    onChange();
    return true;
  };
  for (const type of ['popstate', 'hashchange']) addEventListener(type, check, { signal });
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', check, { signal });
  else {
    const timer = setInterval(check, 500);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
  return { check };
};

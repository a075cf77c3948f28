/**
 * Where in the dashboard a person is. The address bar says all of it, so that a view can be kept, sent on, and left and
 * come back to with the browser's own keys.
 */
export type Address = {
  /** The screen, e.g. "phan-loai-nam"; empty for the viewer's first one. */
  readonly path: string;
  /** The one thing opened in the screen, by its id; null for the list. */
  readonly item: string | null;
  readonly filters: Readonly<Record<string, string>>;
};

/** Reads "#/path/item?filter=value". What is not understood is left out; nothing throws. */
export function readAddress(hash: string): Address {
  const [steps = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [path = '', item = ''] = steps.split('/').map(decoded);
  return { path, item: item === '' ? null : item, filters: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address as text; `readAddress` reads it back. Empty filters are left out. */
export function writeAddress({ path, item, filters }: Address): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString();
  const steps = [path, ...(item === null ? [] : [item])].map(encodeURIComponent).join('/');
  return `#/${steps}${query === '' ? '' : `?${query}`}`;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return '';
  }
}

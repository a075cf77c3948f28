import { parentAcross } from './deep-query.ts';

/** The strip lies on the page's ground, so it follows the page and not the system's dark mode. */
export const isDarkGround = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = parentAcross(at)) {
    const colour = getComputedStyle(at).backgroundColor;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    // A ground one sees through says nothing; its parent's is what one sees.
    if (colour === 'transparent' || alpha < 0.5) continue;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
  }
  return false;
};

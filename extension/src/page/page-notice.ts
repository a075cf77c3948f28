import { styleOwn } from './borrowed-style.ts';
import { addOwnNode } from './own-nodes.ts';
import { isDarkGround } from './page-ground.ts';

/**
 * The one line of ours in the page's own tree. It depends on the page alone: an adapter that does not fit, a frame the page does
 * not let through. It never depends on a record.
 */
const texts = {
  UNREADABLE: {
    vi: 'Không đọc chắc chắn được trang này — tra cứu thủ công',
    en: 'This page cannot be read for certain — search by hand',
  },
  NARROW: {
    vi: 'Cửa sổ hẹp: xem trong bảng bên',
    en: 'Narrow window: see the side panel',
  },
} as const;
export type NoticeKind = keyof typeof texts;

export type PageNotice = { readonly element: HTMLElement; remove(): void };

/** Puts the notice before `place`, or at the top of the page where there is none. A real click on it calls `onOpen`. */
export const showPageNotice = (
  place: Element | null,
  language: 'vi' | 'en',
  onOpen: () => void,
  kind: NoticeKind = 'UNREADABLE',
): PageNotice => {
  const body = document.body ?? document.documentElement;
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = texts[kind][language];
  styleOwn(
    element,
    // The system's own colours, of the scheme that the page's ground asks for; the edge stands out on both.
    'all:initial;display:block;box-sizing:border-box;max-width:100%;margin:4px 0;padding:4px 12px;border:1px solid #a87b00;' +
      `border-radius:4px;background:Canvas;color:CanvasText;color-scheme:${isDarkGround(place?.parentElement ?? body) ? 'dark' : 'light'};` +
      'font:13px/1.5 "Segoe UI","Noto Sans",system-ui,sans-serif;cursor:pointer;',
  );
  // The notice may lie in a row or form of the page: nothing that happens on it may act there.
  addOwnNode(element, onOpen);
  if (place?.parentElement) place.before(element);
  else body.prepend(element);
  return { element, remove: () => element.remove() };
};

import type {
  BuilderAskName,
  BuilderAsks,
  DetailStart,
  Picked,
  PickedField,
  PickScene,
} from '../../../messaging/builder-messages.ts';
import type { MessageResult } from '../../../messaging/overlay-messages.ts';
import { queryDeep } from '../../../page/deep-query.ts';
import { pageAddress } from '../../../page/page-address.ts';
import { isRendered } from '../../../page/shown.ts';
import { beginList } from '../begin-list.ts';
import type { FieldName } from '../judge-values.ts';
import { detailScene } from '../page-scene.ts';
import { proposeAnchor } from '../propose-anchor.ts';
import { hashPatternOf, pathPatternOf, presentOf, proposeDetailRoot, proposeIdentity } from '../propose-place.ts';
import { readSample } from '../read-sample.ts';
import { sanitisePage } from '../sanitise-page.ts';
import { findField, sceneOf } from './find-picked.ts';
import { type Picking, pickElement } from './pick-element.ts';

type Answers = {
  readonly [Name in BuilderAskName]: (
    parameters: BuilderAsks[Name]['parameters'],
  ) => MessageResult<BuilderAsks[Name]['result']> | Promise<MessageResult<BuilderAsks[Name]['result']>>;
};

const mostRowsTold = 50;
/** As many rows as a copy holds. */
const mostRowsCopied = 30;

const fail = (code: string): { readonly ok: false; readonly error: { readonly code: string } } => ({
  ok: false,
  error: { code },
});
const isHidden = (element: Element): boolean => !isRendered(element);

/** The builder's end in one frame. It keeps what was pointed at on a page about one document, and a pick that goes on. */
export const createBuilderAnswers = (
  proposeGeneric: (root: Document) => BuilderAsks['describe']['result']['generic'],
) => {
  let picking: Picking | null = null;
  let endPick: (() => void) | null = null;
  const pointed = new Map<FieldName, Element>();

  const point = (): Promise<Element | null> =>
    new Promise((resolve) => {
      const done = (element: Element | null) => {
        picking = null;
        endPick = null;
        resolve(element);
      };
      picking = pickElement({ onPicked: done, onEnded: () => done(null) });
      endPick = () => {
        picking?.end();
        done(null);
      };
    });

  const answers: Answers = {
    describe() {
      const { host, pathname, hash } = pageAddress();
      const generic = proposeGeneric(document);
      return { ok: true, value: { host, path: pathname, hash, area: innerWidth * innerHeight, generic } };
    },
    async pick({ target, scene }) {
      endPick?.();
      const element = await point();
      if (element === null) return fail('PICK_ENDED');
      if (target === 'ROW') {
        const { host, pathname, search, hash } = pageAddress();
        const starts = beginList(element, document, { host, path: pathname, search, hash }, isHidden);
        return starts.length === 0 ? fail('NO_ROWS') : { ok: true, value: { starts, fields: {}, detail: null } };
      }
      if (scene === null) return fail('OUTSIDE_ROWS');
      if (scene.kind === 'DETAIL') return pickOfDetail(target, element, scene);
      const found = findField(target, element, sceneOf(scene), scene.secrecy);
      return found.ok ? { ok: true, value: { starts: [], fields: { [target]: found.value }, detail: null } } : found;
    },
    endPick() {
      const ended = endPick !== null;
      endPick?.();
      return { ok: true, value: { ended } };
    },
    step({ key }) {
      const done = picking !== null;
      picking?.step(key);
      return { ok: true, value: { done } };
    },
    read: ({ page }) => ({ ok: true, value: readSample(page, document, mostRowsTold) }),
    copy({ page }) {
      const copy = sanitisePage(page, document, isHidden);
      if (!copy.ok) return copy;
      return { ok: true, value: { html: copy.html, original: readSample(page, document, mostRowsCopied) } };
    },
  };

  const pickOfDetail = (target: FieldName, element: Element, { secrecy }: PickScene): MessageResult<Picked> => {
    pointed.set(target, element);
    for (const [field, each] of pointed) if (!each.isConnected) pointed.delete(field);
    const root = proposeDetailRoot([...pointed.values()], document, new Set());
    const place = queryDeep(document, root);
    if (place === null) return fail('NOTHING_THERE');
    const fields: Partial<Record<FieldName, PickedField>> = {};
    for (const [field, each] of pointed) {
      const found = findField(field, each, detailScene(place), secrecy);
      if (found.ok) fields[field] = found.value;
      else if (field === target) {
        pointed.delete(field);
        return found;
      }
    }
    return { ok: true, value: { starts: [], fields, detail: detailStart(root, place) } };
  };

  return {
    answers,
    /** Takes everything of ours out of the page. */
    stop: () => endPick?.(),
  };
};

const detailStart = (root: string, place: Element): DetailStart => {
  const { pathname, search, hash } = pageAddress();
  return {
    root,
    path: pathPatternOf(pathname),
    hash: hashPatternOf(hash),
    present: root === 'body' ? [] : presentOf(proposeAnchor(place, document, new Set())),
    identity: proposeIdentity(pathname, search, hash, document),
  };
};

import type { PickedField, PickScene } from '../../../messaging/builder-messages.ts';
import { toPlace } from '../../../page/place.ts';
import { readLine } from '../../../page/read-text.ts';
import { readSecrecy } from '../../../page/secrecy.ts';
import { type FieldScene, rowOf } from '../field-candidates.ts';
import type { FieldName } from '../judge-values.ts';
import { listScene } from '../page-scene.ts';
import { proposeHeadings } from '../propose-columns.ts';
import { proposeField } from '../propose-field.ts';
import { proposeHandlers } from '../propose-handlers.ts';

/** Why nothing can be proposed for what was pointed at. */
type PickProblem = 'OUTSIDE_ROWS' | 'NOTHING_THERE' | 'SECRET_ROW';
type FoundField =
  | { readonly ok: true; readonly value: PickedField }
  | { readonly ok: false; readonly error: { readonly code: PickProblem } };

/** The list as the panel has it, with the headings that its selector finds now. */
export const sceneOf = (scene: PickScene & { kind: 'LIST' }): FieldScene => {
  const bare = listScene(scene.list, null, document);
  const headings = proposeHeadings(bare.rows, document, bare.dataWords);
  const { headings: wanted } = scene.list;
  const heading =
    wanted === undefined ? null : (headings.find((each) => each.headings === wanted) ?? headings[0] ?? null);
  return listScene(scene.list, heading, document);
};

/** Most words of secrecy that are told, and how long each may be: more is no place of secrecy. */
const mostWords = 20;

/**
 * What is proposed for a field from where the person pointed. Rows marked secret are no part of it: neither are proposals judged by
 * them, nor does a text of theirs leave the page; only for secrecy itself the words are told that all rows say there.
 */
export const findField = (
  field: FieldName,
  picked: Element,
  whole: FieldScene,
  secrecy: PickScene['secrecy'],
): FoundField => {
  const row = rowOf(picked, whole.rows);
  if (row === null) return { ok: false, error: { code: 'OUTSIDE_ROWS' } };
  const isSecret = (each: Element) => readSecrecy(secrecy, toPlace(each, whole.columns)) === 'SECRET';
  if (field !== 'secrecy' && isSecret(row)) return { ok: false, error: { code: 'SECRET_ROW' } };
  const scene =
    field === 'secrecy' ? whole : { ...whole, rows: whole.rows.filter((each) => each === row || !isSecret(each)) };
  const handlers = field === 'handler' ? proposeHandlers(picked, scene) : [];
  const proposals = field === 'handler' ? [] : proposeField(field, picked, scene);
  if (handlers.length + proposals.length === 0) return { ok: false, error: { code: 'NOTHING_THERE' } };
  const source = proposals[0]?.source;
  const words =
    field !== 'secrecy' || source === undefined
      ? []
      : [
          ...new Set(
            scene.rows.map((each) => (readLine([source], toPlace(each, scene.columns), 40) ?? '').toLowerCase()),
          ),
        ];
  return { ok: true, value: { proposals, handlers, words: words.slice(0, mostWords) } };
};

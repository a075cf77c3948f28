import { ERROR_EXAMPLES } from '@congvu/schema/error-examples';
import { ERROR_CODES, type ErrorCategory, type ErrorCode, errorCatalogue, type PayloadOf } from '@congvu/schema/errors';
import { errorMessage, type Locale, type LocalisedText } from '@congvu/schema/texts';
import { type GraphQLSchema, isObjectType, isUnionType } from 'graphql';
import { ERROR_PLACES, errorPlaceTexts } from './error-places.ts';
import { html, type Markup } from './html.ts';
import { table } from './page.ts';

const categoryTexts: Readonly<Record<ErrorCategory, LocalisedText>> = {
  INPUT: { vi: 'Dữ liệu nhập: hãy sửa', en: 'Input: correct it' },
  CONFLICT: { vi: 'Trạng thái: hãy tải lại rồi quyết định', en: 'State: load again and decide' },
  IDENTITY: { vi: 'Danh tính: hãy đăng nhập', en: 'Identity: sign in' },
  RIGHTS: { vi: 'Quyền: hãy xin cấp quyền', en: 'Rights: ask for a grant' },
  ABSENT: { vi: 'Không có: hãy tìm nơi khác', en: 'Absent: look elsewhere' },
  LIMIT: { vi: 'Giới hạn: hãy hỏi ít hơn hoặc sau', en: 'Limit: ask for less or later' },
  SET_UP: { vi: 'Cài đặt: hãy báo người quản trị', en: 'Set-up: call the administrator' },
  FAULT: { vi: 'Lỗi của hệ thống: hãy báo lại', en: 'Our fault: report it' },
};

/** "StaleRevisionError" of STALE_REVISION. */
export function unionMemberName(code: ErrorCode): string {
  const words = code.toLowerCase().split('_');
  return `${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}Error`;
}

/** The mutations whose unions an error is a member of, by its code; codes of no union are not in it. */
export function mutationsByCode(schema: GraphQLSchema): ReadonlyMap<ErrorCode, readonly string[]> {
  const found = new Map<ErrorCode, readonly string[]>();
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  for (const code of ERROR_CODES) {
    const member = schema.getType(unionMemberName(code));
    if (!isObjectType(member)) continue;
    const names = mutations.flatMap(({ name }) => {
      const union = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
      return isUnionType(union) && union.getTypes().includes(member) ? [name] : [];
    });
    if (names.length > 0) found.set(code, names);
  }
  return found;
}

/** Members of so many unions are said to be of nearly all, not listed. */
const NEARLY_ALL = 40;

/** Every code in the order of the catalogue: what it says, its status, and where it is met. */
export function errorPage(schema: GraphQLSchema, locale: Locale): Markup {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const mutations = mutationsByCode(schema);
  const rows = ERROR_CODES.map((code) => {
    const { category, httpStatus } = errorCatalogue[code];
    const places = ERROR_PLACES[code].map((place) => errorPlaceTexts[place][locale]);
    const named = mutations.get(code) ?? [];
    const unions =
      named.length === 0
        ? []
        : [
            named.length > NEARLY_ALL
              ? say(`trong union của ${named.length} mutation`, `in the unions of ${named.length} mutations`)
              : `${say('trong union của', 'in the union of')} ${named.join(', ')}`,
          ];
    return html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${sentence(code, locale)}</td><td>${httpStatus}</td><td>${categoryTexts[category][locale]}</td><td>${[...places, ...unions].join('; ')}</td></tr>`;
  });
  return html`<p>${say(
    'Mã là cố định, không dùng lại cho nghĩa khác; hãy hiển thị câu của bạn theo mã. Ở mức trên cùng, extensions.code là một trong tám loại và extensions.reason là mã dưới đây; số liệu của mã nằm cạnh đó. Câu dưới đây là ví dụ.',
    'A code is fixed and never reused for another meaning; show your own sentence by it. At the top level extensions.code is one of eight classes and extensions.reason the code below, with its figures beside it. The sentences are examples.',
  )}</p>${table(
    say('Mã lỗi', 'Error codes'),
    [
      say('Mã', 'Code'),
      say('Câu', 'Sentence'),
      'HTTP',
      say('Cần làm gì', 'What to do'),
      say('Gặp ở đâu', 'Where it is met'),
    ],
    rows,
  )}`;
}

function sentence(code: ErrorCode, locale: Locale): string {
  const payload = (ERROR_EXAMPLES as Readonly<Partial<Record<ErrorCode, unknown>>>)[code] ?? {};
  // The examples hold each code's own payload, which the compiler does not carry over from a key to its value.
  return errorMessage(code, payload as PayloadOf<ErrorCode>, locale);
}

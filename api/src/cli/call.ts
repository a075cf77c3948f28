import { randomUUID } from 'node:crypto';
import { apiOptions, apiOptionsUsage, readApiAccess, readInput, readText } from './api-options.ts';
import { askApi, troublesOf } from './ask-api.ts';
import { type Command, type CommandInput, misuse, textOption } from './command.ts';
import { tellTroubles } from './tell-troubles.ts';
import { withRefusals } from './with-refusals.ts';

export const command: Command = {
  usage: `<file.graphql | -> [--variables <file.json>] [--operation <name>] ${apiOptionsUsage}`,
  options: { ...apiOptions, variables: { type: 'string' }, operation: { type: 'string' } },
  help: {
    vi: `Gửi một thao tác GraphQL tới api đang chạy (PUBLIC_URL, hoặc --url) và in câu trả lời dạng JSON; quyền đúng như trên màn hình.
"-" đọc thao tác từ đầu vào chuẩn. --variables: tệp JSON; "input" không có idempotencyKey thì được thêm một khóa mới.
--token-file giữ mã truy cập ngoài danh sách tiến trình; congvu sign-in lấy mã của một phiên. --purpose: mục đích đọc (x-purpose).
Mã thoát 1 khi có lỗi hoặc bị từ chối; mỗi lỗi một dòng ở đầu ra lỗi.`,
    en: `Sends a GraphQL operation to the running api (PUBLIC_URL, or --url) and prints its answer as JSON; the rights are those of the screens.
"-" reads the operation from standard input. --variables: a JSON file; an "input" without idempotencyKey is given a new one.
--token-file keeps the token out of the list of processes; congvu sign-in gets that of a session. --purpose: why records are read (x-purpose).
Exit code 1 for an error or a refusal; one line for each on standard error.`,
  },
  run: async (input, terminal) => {
    const [source, ...others] = input.words;
    if (source === undefined || others.length > 0) throw misuse(input.words.join(' ') || 'call');
    const access = await readApiAccess(input, terminal);
    const query = readDocument(source === '-' ? await readInput(terminal) : await readText(source), source);
    const operationName = textOption(input, 'operation');
    const answer = await askApi(access, {
      query,
      variables: await readVariables(input),
      ...(operationName === null ? {} : { operationName }),
    });
    const { data, errors } = answer;
    terminal.print(JSON.stringify(errors.length === 0 ? { data } : { data, errors }, null, terminal.isJson ? 0 : 2));
    return tellTroubles(troublesOf(answer), terminal);
  },
};

function readDocument(text: string, source: string): string {
  try {
    return withRefusals(text);
  } catch (error) {
    throw misuse(`${source}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readVariables(input: CommandInput): Promise<Readonly<Record<string, unknown>>> {
  const file = textOption(input, 'variables');
  if (file === null) return {};
  const variables = parseObject(await readText(file), file);
  const given = variables.input;
  if (typeof given !== 'object' || given === null || Array.isArray(given) || 'idempotencyKey' in given)
    return variables;
  return { ...variables, input: { ...given, idempotencyKey: randomUUID() } };
}

function parseObject(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    // A JSON object's members have names; what they hold is for the api to judge.
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through: whatever is wrong with it, it is no object.
  }
  throw misuse(`--variables ${file}`);
}

import { readEnvironment } from '../environment.ts';
import { readInput, readText } from './api-options.ts';
import { apiOrigin, unreachable } from './ask-api.ts';
import { type Command, misuse, textOption } from './command.ts';
import { signInByForm } from './sign-in-by-form.ts';

export const command: Command = {
  usage: '--user <tên đăng nhập|user name> [--password-file <…>] [--url <http://…>] < password',
  options: { user: { type: 'string' }, 'password-file': { type: 'string' }, url: { type: 'string' } },
  help: {
    vi: `Đăng nhập một phiên như trên màn hình và in mã truy cập của phiên, để dùng cho congvu call --token.
Mật khẩu đọc từ --password-file, nếu không thì từ đầu vào chuẩn. Chỉ với nhà cung cấp danh tính nhúng (bản trình diễn); cơ quan dùng OIDC_ISSUER lấy mã ở đó.
Khác mã truy cập cá nhân (congvu token create): phiên làm được cả những việc phải tự mình làm, như tự chấm điểm.`,
    en: `Signs in as the screens do and prints the session's token, for congvu call --token.
The password is read from --password-file, else from standard input. Only with the embedded identity provider (the demonstration); an office with its own OIDC_ISSUER gets tokens there.
Unlike a personal access token (congvu token create), a session may also do what one must do in person, such as scoring oneself.`,
  },
  run: async (input, terminal) => {
    const userName = textOption(input, 'user')?.trim();
    if (userName === undefined || userName === '') throw misuse('--user');
    const file = textOption(input, 'password-file');
    const password = (file === null ? await readInput(terminal) : await readText(file)).replace(/\r?\n$/, '');
    const url = textOption(input, 'url')?.replace(/\/$/, '') ?? apiOrigin(readEnvironment());
    const session = await signInByForm(url, { userName, password, locale: terminal.locale });
    if (session === null) throw unreachable(url, 'OIDC');
    terminal.print(
      terminal.isJson ? JSON.stringify({ token: session.token, expiresIn: session.expiresIn }) : session.token,
    );
    return 0;
  },
};

import { EVENTS } from '@congvu/schema/events';
import { eventTypeTexts, type Locale } from '@congvu/schema/texts';
import { html, type Markup } from './html.ts';
import { table } from './page.ts';

const BODY = `{
  "type": "SCORE_CONFIRMED",
  "sequence": "1042",
  "at": "2026-11-22T01:00:00.000Z",
  "id": "UGVyaW9kU2hlZXQ6…",
  "period": "2026-10"
}`;

const CHECK = `const signed = \`\${headers['webhook-id']}.\${headers['webhook-timestamp']}.\${body}\`;
const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
const expected = createHmac('sha256', key).update(signed).digest('base64');
const isOurs = headers['webhook-signature'].split(' ').includes(\`v1,\${expected}\`);`;

/** What is told, how a receiver checks it, and what happens where he does not answer. */
export function webhookPage(locale: Locale): Markup {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const rows = EVENTS.map(
    (type) => html`<tr><th scope="row"><code>${type}</code></th><td>${eventTypeTexts[type][locale]}</td></tr>`,
  );
  return html`<p>${say(
    'Hai cách nghe cùng những sự kiện: subscription `events` (server-sent events trên /graphql) và móc nối (webhook) do hệ thống gọi đến. Cả hai chỉ nêu mã định danh và kỳ; tên, mức và điểm được hỏi lại theo quyền của người nhận.',
    'The same events by two ways: the subscription `events` (server-sent events on /graphql) and webhooks that we call. Both carry ids and the period alone; names, levels and scores are asked for by the receiver’s own rights.',
  )}</p>${table(say('Sự kiện', 'Events'), [say('Loại', 'Type'), say('Khi nào', 'When')], rows)}
<h2>${say('Thân của một lần gọi', 'The body of a call')}</h2><pre tabindex="0"><code>${BODY}</code></pre>
<h2>${say('Kiểm tra chữ ký', 'Checking the signature')}</h2><p>${say(
    'Theo Standard Webhooks: webhook-id, webhook-timestamp, webhook-signature (HMAC-SHA256). Trong 24 giờ sau khi đổi khóa, chữ ký của cả khóa cũ và khóa mới đều được gửi.',
    'By Standard Webhooks: webhook-id, webhook-timestamp, webhook-signature (HMAC-SHA256). For 24 hours after the secret was rotated the old one signs too.',
  )}</p><pre tabindex="0"><code>${CHECK}</code></pre>
<h2>${say('Thứ tự và gửi lại', 'Order and retries')}</h2><p>${say(
    'Mỗi móc nối nhận các sự kiện theo thứ tự của sổ ghi (sequence tăng dần), từng sự kiện một, ít nhất một lần: cùng một webhook-id là cùng một sự kiện, bên nhận bỏ qua lần đến sau. Chỉ mã 2xx là đã nhận. Nếu không, gửi lại sau 10 giây, 1 phút, 5 phút, 30 phút; những sự kiện phía sau chờ. Sau lần thứ năm, sự kiện được để riêng (setAside) và các sự kiện phía sau đi tiếp; người tạo móc nối thấy việc chờ mình, gửi lại (resendWebhookEvents) hoặc bỏ (dismissWebhookEvents). Sự kiện gửi lại bằng tay đến không theo thứ tự: so sánh sequence. Khi không kết nối được đến bên nhận thì không sự kiện nào bị để riêng: tất cả chờ và thử lại mỗi 30 phút. Không có lần gửi nào thành công trong 3 ngày thì móc nối bị tắt và người tạo được báo; mã 410 tắt ngay. Địa chỉ phải là https, không nằm trong mạng nội bộ (trừ máy do cơ quan khai báo), không chuyển hướng.',
    'A webhook is sent its events in the order of the chain (sequence rises), one at a time, at least once: the same webhook-id is the same event, and a receiver leaves out what he has had. Only 2xx means received. Otherwise an event is sent again after 10 seconds, 1, 5 and 30 minutes, while those behind it wait. After the fifth attempt it is set aside (setAside) and those behind it go on; it waits for the webhook’s owner, who sends it again (resendWebhookEvents) or dismisses it (dismissWebhookEvents). What is sent again by hand arrives out of order: compare the sequence. Where the receiver is not reached at all nothing is set aside: everything waits and is tried each 30 minutes. After 3 days without any delivery the webhook is disabled and its owner told; 410 disables it at once. An address is https, lies outside networks (but for hosts the office names) and does not redirect.',
  )}</p>
<h2>${say('Luồng sự kiện', 'The stream')}</h2><p>${say(
    'Nối lại với after bằng Event.id cuối cùng đã nhận. Mã truy cập được kiểm tra lại liên tục; bị thu hồi hoặc hết hạn thì luồng kết thúc. Người nghe ngừng đọc thì luồng bị ngắt với SUBSCRIBER_TOO_SLOW.',
    'Go on with after = the last Event.id received. The token is checked again and again; revoked or expired, it ends the stream. A subscriber who stops reading is cut off with SUBSCRIBER_TOO_SLOW.',
  )}</p>`;
}

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
<h2>${say('Gửi lại', 'Retries')}</h2><p>${say(
    'Các sự kiện được gửi theo thứ tự, từng sự kiện một. Chỉ mã 2xx là đã nhận. Nếu không, gửi lại sau 10 giây, 1 phút, 5 phút, 30 phút, 2 giờ, 6 giờ, 12 giờ, rồi móc nối bị tắt; mã 410 tắt ngay. Địa chỉ phải là https, không nằm trong mạng nội bộ (trừ máy do cơ quan khai báo), không chuyển hướng.',
    'Events are sent in order, one at a time. Only 2xx means received. Otherwise they are sent again after 10 seconds, 1 minute, 5 minutes, 30 minutes, 2, 6 and 12 hours, and then the webhook is disabled; 410 disables it at once. An address is https, lies outside networks (but for hosts the office names) and does not redirect.',
  )}</p>
<h2>${say('Luồng sự kiện', 'The stream')}</h2><p>${say(
    'Nối lại với after bằng Event.id cuối cùng đã nhận. Mã truy cập được kiểm tra lại liên tục; bị thu hồi hoặc hết hạn thì luồng kết thúc. Người nghe ngừng đọc thì luồng bị ngắt với SUBSCRIBER_TOO_SLOW.',
    'Go on with after = the last Event.id received. The token is checked again and again; revoked or expired, it ends the stream. A subscriber who stops reading is cut off with SUBSCRIBER_TOO_SLOW.',
  )}</p>`;
}

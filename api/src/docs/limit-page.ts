import type { Locale } from '@congvu/schema/texts';
import { limitTexts } from '../limits/limit-texts.ts';
import { LIMITS, type Limits } from '../limits/limits.ts';
import { html, type Markup } from './html.ts';
import { table } from './page.ts';

/** Every limit with its value, and how a client is told before it is refused. */
export function limitPage(locale: Locale): Markup {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const grouped = new Intl.NumberFormat(locale);
  // The keys of LIMITS are those of its type.
  const rows = (Object.keys(LIMITS) as (keyof Limits)[]).map(
    (name) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${grouped.format(LIMITS[name])}</td><td>${limitTexts[name][locale]}</td></tr>`,
  );
  return html`<p>${say(
    'Các giới hạn là công khai và như nhau với mọi người; truy vấn `limits` và mô tả của lược đồ cũng nêu. Vượt giới hạn thì yêu cầu bị từ chối với LIMIT_EXCEEDED, reason nêu giới hạn nào.',
    'The limits are public and the same for everybody; the query `limits` and the description of the schema say them too. What is above one is refused with LIMIT_EXCEEDED, and reason says which.',
  )}</p>${table(say('Giới hạn', 'Limits'), [say('Tên', 'Name'), say('Nhiều nhất', 'At most'), say('Đếm gì', 'What is counted')], rows)}
<h2>${say('Được báo trước', 'Told before')}</h2><p>${say(
    'Mỗi câu trả lời có extensions.limits: đã dùng bao nhiêu, còn bao nhiêu yêu cầu trong phút (remaining), và warnings khi một giới hạn đã dùng từ bốn phần năm trở lên hoặc chỉ còn một phần mười số yêu cầu của phút. Tiêu đề x-congvu-warning nêu tên các giới hạn ấy.',
    'Each answer has extensions.limits: what was used, how many requests of the minute are left (remaining), and warnings where four fifths of a limit or more are used, or a tenth of the minute’s requests is left. The header x-congvu-warning names those limits.',
  )}</p>
<h2>${say('Sẽ bị bỏ', 'What will go')}</h2><p>${say(
    'extensions.deprecated nêu mỗi trường, đối số hoặc giá trị sẽ bị bỏ mà truy vấn dùng, cùng thứ thay thế. Gửi x-rehearse: deprecations để truy vấn ấy bị từ chối (DEPRECATED_FIELD) như sau này.',
    'extensions.deprecated names each field, argument or value that will go which an operation uses, with what takes its place. With x-rehearse: deprecations the operation is refused (DEPRECATED_FIELD) as it will be one day.',
  )}</p>`;
}

import { toVietnameseDate } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { HELD_BACK } from './held-back.ts';

/** What lies in the archive and how a receipt is checked: the first thing the person reads, in both languages. */
export function ownDataPage(context: Context, name: string, receipts: readonly string[]): string {
  const { auditKey } = context.database;
  const example = receipts[0] ?? 'receipts/bien-nhan.json';
  const demonstration = context.facts.demonstration
    ? '\n**Bản trình diễn — dữ liệu hư cấu.** Demonstration: fictional data.\n'
    : '';
  return `# Dữ liệu của ${name}

Lập ngày ${toVietnameseDate(context.today)} theo quyền của chủ thể dữ liệu (Điều 4 Luật 91/2025/QH15). Made for the person concerned.
${demonstration}
| tệp | nội dung |
|---|---|
| \`record.json\` | mọi dữ liệu hệ thống lưu về bạn mà bạn được xem: phiếu, mức, quyết định, sổ theo dõi, yêu cầu, ai đã thay đổi, ai đã xem |
| \`receipts/*.json\` | biên nhận của từng điểm đã xác nhận (${receipts.length}) |
| \`check-receipt.mjs\` | chương trình kiểm tra biên nhận, chỉ cần Node, không cần mạng |
| \`khoa-cong-khai.pem\` | khóa công khai của cơ quan${auditKey === null ? '' : `, mã khóa \`${auditKey.keyId}\``} |

## Kiểm tra một biên nhận

\`\`\`
node check-receipt.mjs ${example} khoa-cong-khai.pem
\`\`\`

So mã khóa với mã niêm yết tại cơ quan trước khi tin kết quả: khóa trong tệp này cũng do hệ thống ghi ra.
Compare the key's id with the one on the office's notice board before you trust the result.

## Những gì không có ở đây

${HELD_BACK.vi}

${HELD_BACK.en}
`;
}

import type { DataRequestKind } from '@congvu/schema/registers';
import type { Locale } from '@congvu/schema/texts';

/**
 * How a request of each kind is carried out here, told to the person and to who answers. A correction never overwrites: a decided
 * result is changed only by a decision that replaces it, with both kept (domain.md 13; Nghị định 335/2025/NĐ-CP art. 21, 22).
 */
export const REQUEST_WAYS: Readonly<Record<DataRequestKind, Readonly<Record<Locale, string>>>> = {
  ACCESS: {
    vi: 'Xem ở mục « Dữ liệu của tôi »: phiếu, quyết định, ai đã xem, và tệp tải về. Thông tin về tố cáo được giữ theo luật.',
    en: 'Read under “My data”: sheets, decisions, who looked, and the files. What concerns denunciations is held back by law.',
  },
  CORRECTION: {
    vi: 'Kết quả đã quyết định không sửa trực tiếp: phiếu tháng sửa bằng lần hiệu chỉnh có lý do, mức xếp loại bằng kiến nghị (Điều 22 Nghị định 335/2025/NĐ-CP) hoặc quyết định thay thế (Điều 21); bản cũ được giữ.',
    en: 'A decided result is not edited: a month’s sheet changes by a correction with its reason, a level by a petition (art. 22 of Decree 335/2025) or a decision that replaces it (art. 21); the old one is kept.',
  },
  RESTRICTION: {
    vi: 'Hạn chế hiển thị trên trang văn bản và thẻ, hoặc trong tệp xuất ra. Việc chấm điểm, xếp loại theo công vụ vẫn tiếp tục.',
    en: 'Held back from document pages and cards, or from exported files. Scoring and classification go on: they are public duty.',
  },
  OBJECTION: {
    vi: 'Xử lý theo công vụ không cần sự đồng ý (Điều 19 Luật 91/2025/QH15); phản đối được xem xét và có thể dẫn tới hạn chế xử lý.',
    en: 'Processing in public duty needs no consent (art. 19 of Law 91/2025); the objection is weighed and may lead to a restriction.',
  },
  WITHDRAWAL: {
    vi: 'Rút lại sự đồng ý chỉ có tác dụng với dữ liệu được xử lý trên cơ sở đồng ý, không với việc xử lý theo luật.',
    en: 'Consent withdrawn ends what rested on consent, not what is processed under law.',
  },
};

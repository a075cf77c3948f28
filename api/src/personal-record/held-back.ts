import type { Locale } from '@congvu/schema/texts';

/**
 * What one's own view does not hold, said without saying whether there is any: a sentence that appeared only where something is
 * held back would tell it (domain.md 13, denouncers; api/decisions on logs).
 */
export const HELD_BACK: Readonly<Record<Locale, string>> = {
  vi: 'Theo luật, hồ sơ tố cáo, danh tính người tố cáo, hồ sơ đang được niêm phong và dự thảo của đoàn kiểm tra không hiển thị ở đây; câu này luôn có, dù có hay không có hồ sơ như vậy. Mức xếp loại năm hiện sau khi được thông báo.',
  en: 'By law, denunciations, who denounced, sealed procedures and drafts of an inspection team are not shown here; this sentence always stands, whether there are any or not. A year’s level shows once it was notified.',
};

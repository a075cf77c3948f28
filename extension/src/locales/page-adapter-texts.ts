import { localised } from './localised.ts';

export const pageAdapterTexts = localised(
  {
    usualTitle: 'Công vụ',
    brokenTitle: 'Công vụ: không đọc chắc chắn được trang này',
    broken: (adapter: string) =>
      `Bộ đọc “${adapter}” không đọc chắc chắn được trang này nên không hiện gì — hãy tra cứu thủ công ở dưới. Quản trị viên được báo, không kèm nội dung trang.`,
    generic: (certainty: number, threshold: number) =>
      `Trang được đọc bằng bộ đọc chung, chắc chắn ${certainty} % (chỉ hiện từ ${threshold} %). Hãy đối chiếu với trang trước khi giao việc.`,
    title: 'Bộ đọc trang',
    reason:
      'Bộ đọc cho tiện ích biết số hiệu, hạn và người xử lý đứng ở đâu trên trang. Cơ quan có thể công bố bộ đọc riêng.',
    update: 'Cập nhật bộ đọc',
    updating: 'Đang cập nhật…',
    updated: (count: number) =>
      count === 0 ? 'Đã cập nhật: cơ quan chưa công bố bộ đọc nào.' : `Đã cập nhật: ${count} bộ đọc.`,
    fetchedAt: (time: string) => `Cập nhật lần cuối: ${time}`,
    neverFetched: 'Chưa cập nhật lần nào; bộ đọc có sẵn vẫn dùng được.',
    published: (version: number) => `bản ${version}, do máy chủ công bố`,
    managed: (version: number) => `bản ${version}, do cơ quan cài đặt`,
    builtIn: (version: number) => `bản ${version}, có sẵn`,
    leftOut: (name: string, version: number) =>
      `Bộ đọc ${name} bản ${version} không dùng được với phiên bản tiện ích này; hãy cập nhật tiện ích.`,
  },
  {
    usualTitle: 'Công vụ',
    brokenTitle: 'Công vụ: this page cannot be read for certain',
    broken: (adapter: string) =>
      `The page adapter “${adapter}” cannot read this page for certain, so nothing is shown — search by hand below. The administrator is told, without the page’s content.`,
    generic: (certainty: number, threshold: number) =>
      `Read by the generic adapter, ${certainty} % certain (shown from ${threshold} % on). Compare with the page before you assign work.`,
    title: 'Page adapters',
    reason:
      'Adapters tell the extension where number, deadline and handler stand on a page. Your office may publish adapters of its own.',
    update: 'Update page adapters',
    updating: 'Updating…',
    updated: (count: number) =>
      count === 0
        ? 'Updated: your office has published no adapter.'
        : `Updated: ${count} ${count === 1 ? 'adapter' : 'adapters'}.`,
    fetchedAt: (time: string) => `Last updated: ${time}`,
    neverFetched: 'Never updated; the built-in adapters work nevertheless.',
    published: (version: number) => `version ${version}, published by the server`,
    managed: (version: number) => `version ${version}, installed by your office`,
    builtIn: (version: number) => `version ${version}, built in`,
    leftOut: (name: string, version: number) =>
      `Adapter ${name} version ${version} cannot be used by this version of the extension; update the extension.`,
  },
);

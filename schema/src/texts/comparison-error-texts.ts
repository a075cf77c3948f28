import type { AddressRefusal, ComparableGroupName, NotComparableReason } from '../errors/error-catalogue.ts';
import type { LocalisedText } from '../primitives/locale.ts';

/** Why people make no comparable group; without the full stop, since groups may follow. Source: domain.md 9.1. */
export const notComparableTexts: Readonly<Record<NotComparableReason, LocalisedText>> = {
  SEVERAL_AGENCIES: {
    vi: 'Những người này do nhiều cơ quan xếp loại nên không xếp chung thứ hạng',
    en: 'These people are classified by several agencies, so they are not ranked together',
  },
  SEVERAL_GROUPS: {
    vi: 'Những người này thuộc nhiều nhóm công việc tương đồng nên không xếp chung thứ hạng',
    en: 'These people belong to several groups of similar work, so they are not ranked together',
  },
  SEVERAL_REGIMES: {
    vi: 'Những người này được chấm theo các chế độ đánh giá khác nhau nên điểm không so sánh được',
    en: 'These people are scored under different regimes, so their points are not comparable',
  },
  SEVERAL_PERIODS: {
    vi: 'Kết quả thuộc các kỳ khác nhau nên không so sánh được',
    en: 'The results are of different periods, so they are not comparable',
  },
  NOBODY: {
    vi: 'Không có ai thuộc nhóm so sánh này trong kỳ',
    en: 'Nobody belongs to this comparable group in the period',
  },
};

/** "H99.01 · CM (41)": a group by its codes with its size. */
export function groupName({ agency, group, family, people }: ComparableGroupName): string {
  return `${agency} · ${group} · ${family} (${people})`;
}

/** Why nothing is sent to an address. */
export const addressRefusalTexts: Readonly<Record<AddressRefusal, LocalisedText>> = {
  NOT_HTTPS: { vi: 'địa chỉ phải bắt đầu bằng https', en: 'the address must begin with https' },
  PRIVATE: { vi: 'địa chỉ nằm trong mạng nội bộ', en: 'the address lies inside a network' },
  UNRESOLVED: { vi: 'không tìm thấy tên máy này', en: 'no such host is known' },
  PORT: { vi: 'cổng này không được dùng', en: 'this port may not be used' },
  USER_INFO: {
    vi: 'địa chỉ không được chứa tên người dùng, mật khẩu',
    en: 'the address must hold no user name or password',
  },
  REDIRECTED: { vi: 'máy nhận chuyển hướng sang địa chỉ khác', en: 'the receiver redirects elsewhere' },
};

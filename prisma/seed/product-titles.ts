import type { Randomness } from './randomness.ts';
import type { Member } from './roster.ts';

/** How a product of the catalogue is named as a task, and how often it is given; the topic follows. */
export interface ProductUse {
  readonly code: string;
  readonly phrase: string;
  readonly weight: number;
}

const staffUses: readonly ProductUse[] = [
  { code: 'DC.01', phrase: 'Soạn thảo văn bản về', weight: 30 },
  { code: 'VP.06', phrase: 'Chuẩn bị hồ sơ, tài liệu về', weight: 16 },
  { code: 'DC.02', phrase: 'Công văn xin ý kiến về', weight: 18 },
  { code: 'DC.04', phrase: 'Báo cáo nhanh về', weight: 16 },
  { code: 'DC.05', phrase: 'Báo cáo định kỳ về', weight: 10 },
  { code: 'DC.08', phrase: 'Kế hoạch triển khai', weight: 6 },
  { code: 'DC.06', phrase: 'Báo cáo chuyên đề về', weight: 4 },
];

const financeUse: ProductUse = { code: 'KTTC.01', phrase: 'Dự toán kinh phí phục vụ', weight: 6 };

const leaderUses: readonly ProductUse[] = [
  { code: 'QL.01', phrase: 'Chỉ đạo, kiểm tra', weight: 50 },
  { code: 'DC.08', phrase: 'Kế hoạch triển khai', weight: 20 },
  { code: 'DC.05', phrase: 'Báo cáo định kỳ về', weight: 15 },
  { code: 'DC.02', phrase: 'Công văn xin ý kiến về', weight: 15 },
];

/** Topics by the number of the sở or xã; each completes the phrases above. */
const topics: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '01': [
    ...([
      'sắp xếp vị trí việc làm',
      'tinh giản biên chế',
      'tuyển dụng công chức',
      'đào tạo, bồi dưỡng cán bộ',
    ] as const),
    ...(['cải cách hành chính', 'thi đua, khen thưởng', 'chế độ tiền lương', 'đánh giá, xếp loại công chức'] as const),
  ],
  '02': [
    ...([
      'thu, chi ngân sách quý',
      'quyết toán vốn đầu tư công',
      'giá dịch vụ công',
      'xử lý tài sản công dôi dư',
    ] as const),
    ...(['phân bổ vốn chương trình mục tiêu', 'kiểm kê tài sản công', 'tiết kiệm chi thường xuyên'] as const),
  ],
  '03': [
    ...(['rà soát văn bản quy phạm pháp luật', 'đăng ký hộ tịch trực tuyến', 'phổ biến, giáo dục pháp luật'] as const),
    ...(['hoà giải ở cơ sở', 'kiểm tra văn bản của cấp xã', 'chứng thực điện tử'] as const),
  ],
  '04': [
    ...(['quy hoạch chung đô thị', 'an toàn giao thông', 'bảo trì đường tỉnh', 'quản lý trật tự xây dựng'] as const),
    ...(['phát triển nhà ở xã hội', 'cấp phép xây dựng', 'vận tải hành khách công cộng'] as const),
  ],
  '05': [
    ...(['cấp giấy chứng nhận quyền sử dụng đất', 'quan trắc môi trường', 'phòng, chống thiên tai'] as const),
    ...(['xây dựng nông thôn mới', 'kế hoạch sử dụng đất', 'thu gom, xử lý rác thải sinh hoạt'] as const),
  ],
  '06': [
    ...([
      'chương trình công tác của UBND tỉnh',
      'các kỳ họp của UBND tỉnh',
      'theo dõi kết luận của Chủ tịch UBND tỉnh',
    ] as const),
    ...(['cổng dịch vụ công', 'công tác văn thư, lưu trữ', 'chuyển đổi số'] as const),
  ],
  commune: [
    ...(['phát triển kinh tế hộ gia đình', 'quản lý chợ và hộ kinh doanh', 'xây dựng đời sống văn hóa'] as const),
    ...(['giảm nghèo bền vững', 'vệ sinh môi trường khu dân cư', 'tiếp công dân'] as const),
  ],
};

export function usesFor(member: Member): readonly ProductUse[] {
  if (member.role === 'LEADER') return leaderUses;
  return member.person.unitCode.startsWith('H99.02') ? [...staffUses, financeUse] : staffUses;
}

export function drawUse(uses: readonly ProductUse[], randomness: Randomness): ProductUse {
  let rest = randomness.fraction() * uses.reduce((sum, use) => sum + use.weight, 0);
  const drawn = uses.find((use) => {
    rest -= use.weight;
    return rest < 0;
  });
  if (drawn === undefined) throw new Error('no product to draw from');
  return drawn;
}

export function drawTopic(member: Member, randomness: Randomness): string {
  const agency = member.person.unitCode.split('.')[1] ?? '';
  const own = topics[agency] ?? topics.commune;
  if (own === undefined) throw new Error('no topics');
  return randomness.pick(own);
}

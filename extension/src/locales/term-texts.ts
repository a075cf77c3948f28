import { localised } from './localised.ts';

/** Closed lists of the api that `@congvu/schema/texts` does not name. */
export const termTexts = localised(
  {
    discipline: {
      REPRIMAND: 'Khiển trách',
      WARNING: 'Cảnh cáo',
      SALARY_REDUCTION: 'Hạ bậc lương',
      DEMOTION: 'Giáng chức',
      REMOVAL_FROM_OFFICE: 'Cách chức',
      RECALL: 'Bãi nhiệm',
      DISMISSAL: 'Buộc thôi việc',
      PARTY_REPRIMAND: 'Khiển trách (Đảng)',
      PARTY_WARNING: 'Cảnh cáo (Đảng)',
      PARTY_REMOVAL: 'Cách chức (Đảng)',
      PARTY_EXPULSION: 'Khai trừ (Đảng)',
    },
    purpose: {
      EVALUATE: 'đánh giá',
      CLASSIFY: 'xếp loại',
      RESOLVE_PETITION: 'giải quyết kiến nghị',
      COMMENDATION: 'khen thưởng',
      APPOINTMENT: 'bổ nhiệm',
      INSPECTION: 'kiểm tra công vụ',
      STATISTICS: 'thống kê',
      DISCIPLINE: 'xử lý kỷ luật',
      DATA_PROTECTION: 'bảo vệ dữ liệu cá nhân',
    },
  },
  {
    discipline: {
      REPRIMAND: 'Reprimand',
      WARNING: 'Warning',
      SALARY_REDUCTION: 'Salary reduction',
      DEMOTION: 'Demotion',
      REMOVAL_FROM_OFFICE: 'Removal from office',
      RECALL: 'Recall from office',
      DISMISSAL: 'Dismissal',
      PARTY_REPRIMAND: 'Reprimand (Party)',
      PARTY_WARNING: 'Warning (Party)',
      PARTY_REMOVAL: 'Removal from office (Party)',
      PARTY_EXPULSION: 'Expulsion (Party)',
    },
    purpose: {
      EVALUATE: 'evaluation',
      CLASSIFY: 'classification',
      RESOLVE_PETITION: 'petition',
      COMMENDATION: 'commendation',
      APPOINTMENT: 'appointment',
      INSPECTION: 'inspection',
      STATISTICS: 'statistics',
      DISCIPLINE: 'discipline',
      DATA_PROTECTION: 'protection of personal data',
    },
  },
);

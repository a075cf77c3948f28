import type { EventType, WebhookState } from '../events/events.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { ExportFormat, ImportAction } from '../registers/registers.ts';
import type { PullFormat, SummaryKind } from '../summary/summary.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const summaryKindTexts: Texts<SummaryKind> = {
  RANKING: { vi: 'Xếp hạng trong nhóm', en: 'Ranking of a group' },
  SHORTLIST: { vi: 'Danh sách đề xuất bổ nhiệm', en: 'Shortlist for an appointment' },
  COMPARISON: { vi: 'So sánh các cá nhân', en: 'Comparison of people' },
  COMMENDATION: { vi: 'Xét khen thưởng', en: 'Commendation' },
  UNITS: { vi: 'So sánh các đơn vị', en: 'Units compared' },
  CALIBRATION: { vi: 'Kết quả hiệu chỉnh', en: 'Calibration' },
};

export const pullFormatTexts: Texts<PullFormat> = {
  SCREEN: { vi: 'Xem trên màn hình', en: 'Read on a screen' },
  PRINT: { vi: 'In', en: 'Printed' },
  DOCX: { vi: 'Tệp DOCX', en: 'DOCX file' },
  XLSX: { vi: 'Tệp XLSX', en: 'XLSX file' },
};

export const exportFormatTexts: Texts<ExportFormat> = {
  CSV: { vi: 'CSV (bảng tính, văn bản)', en: 'CSV (spreadsheet, text)' },
  XLSX: { vi: 'XLSX (Excel)', en: 'XLSX (Excel)' },
  JSONL: { vi: 'JSONL (mỗi dòng một đối tượng)', en: 'JSONL (one object a line)' },
};

export const importActionTexts: Texts<ImportAction> = {
  CREATED: { vi: 'Thêm mới', en: 'Created' },
  CHANGED: { vi: 'Thay đổi', en: 'Changed' },
};

export const eventTypeTexts: Texts<EventType> = {
  SCORE_CONFIRMED: { vi: 'Điểm được xác nhận', en: 'A score was confirmed' },
  SCORE_CORRECTED: { vi: 'Điểm được đính chính', en: 'A score was corrected' },
  LEVEL_DECIDED: { vi: 'Mức xếp loại được quyết định', en: 'A level was decided' },
  LEVEL_SUPERSEDED: { vi: 'Quyết định xếp loại được thay thế', en: 'A decision on a level was superseded' },
  PETITION_FILED: { vi: 'Có kiến nghị về kết quả', en: 'A petition was filed' },
  PETITION_RESOLVED: { vi: 'Kiến nghị được giải quyết', en: 'A petition was resolved' },
};

export const webhookStateTexts: Texts<WebhookState> = {
  ACTIVE: { vi: 'Đang gửi', en: 'Active' },
  PAUSED: { vi: 'Tạm dừng', en: 'Paused' },
  DISABLED: { vi: 'Đã tắt', en: 'Disabled' },
};

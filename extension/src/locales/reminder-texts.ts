import { localised } from './localised.ts';

/** What waits for the viewer; each sentence also stands alone in a notification. */
export const reminderTexts = localised(
  {
    heading: 'Đang chờ bạn',
    nothing: 'Không có việc nào đang chờ bạn.',
    notification: 'Công vụ: có việc đang chờ bạn',
    dueIn: (days: number) => (days === 0 ? 'hạn hôm nay' : days > 0 ? `còn ${days} ngày` : `quá hạn ${-days} ngày`),
    counts: {
      petitions: (count: number) => `${count} kiến nghị chờ giải quyết`,
      decisions: (count: number) => `${count} người chờ quyết định mức xếp loại`,
      unitResults: (count: number) => `${count} kết quả đơn vị chờ quyết định`,
      exports: (count: number) => `${count} kỳ phải đồng bộ Cơ sở dữ liệu quốc gia`,
      tasksToConfirm: (count: number) => `${count} nhiệm vụ chờ xác nhận kết quả`,
      causesToDecide: (count: number) => `${count} nguyên nhân khách quan chờ xem xét`,
      sheetsToScore: (count: number) => `${count} phiếu chờ chấm điểm`,
      sheetsToNotify: (count: number) => `${count} đơn vị có phiếu chờ thông báo`,
      proposals: (count: number) => `${count} đề xuất sản phẩm chờ tổng hợp`,
      ownSheets: (count: number) => `${count} phiếu của bạn chờ tự chấm`,
      ownRatings: (count: number) => `${count} phiếu năm của bạn chờ tự xếp loại`,
    },
  },
  {
    heading: 'Waiting for you',
    nothing: 'Nothing waits for you.',
    notification: 'Công vụ: something waits for you',
    dueIn: (days: number) => (days === 0 ? 'due today' : days > 0 ? `${days} days left` : `${-days} days overdue`),
    counts: {
      petitions: (count: number) => `${count} petitions to resolve`,
      decisions: (count: number) => `${count} people’s levels to decide`,
      unitResults: (count: number) => `${count} unit results to decide`,
      exports: (count: number) => `${count} periods due for the national database`,
      tasksToConfirm: (count: number) => `${count} task results to confirm`,
      causesToDecide: (count: number) => `${count} objective causes to decide`,
      sheetsToScore: (count: number) => `${count} sheets to score`,
      sheetsToNotify: (count: number) => `${count} units with sheets to notify`,
      proposals: (count: number) => `${count} proposed products to consolidate`,
      ownSheets: (count: number) => `${count} sheets of your own to score`,
      ownRatings: (count: number) => `${count} years of your own to rate`,
    },
  },
);

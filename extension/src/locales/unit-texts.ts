import { localised } from './localised.ts';

/** The side panel's section of the viewer's unit. */
export const unitTexts = localised(
  {
    unit: 'Đơn vị',
    sheets: (period: string) => `Phiếu ${period}`,
    dashboard: 'Bảng điều khiển',
    bulk: {
      open: 'Giao việc cho nhiều người',
      openFor: (count: number) => `Giao việc cho ${count} người`,
      hint: 'Đánh dấu người nhận việc ở danh sách dưới.',
      all: (count: number) => `Chọn cả ${count} người đang hiện`,
      choose: (name: string) => `Chọn ${name}`,
      title: 'Giao việc cho nhiều người',
      line: (number: number) => `Sản phẩm ${number}`,
      addLine: 'Thêm sản phẩm',
      removeLine: 'Bớt sản phẩm cuối',
      preview: (people: number, lines: number, rows: number) =>
        `${people} người × ${lines} sản phẩm = ${rows} nhiệm vụ sẽ được giao.`,
      assign: (count: number) => `Giao ${count} nhiệm vụ`,
      label: (count: number) => `Giao ${count} nhiệm vụ cho đơn vị`,
      result: (assigned: number, refused: number) =>
        refused === 0
          ? `Đã giao ${assigned} nhiệm vụ.`
          : `Đã giao ${assigned} nhiệm vụ; ${refused} dòng chưa giao được, sửa rồi giao lại.`,
      drop: 'Bỏ dòng này',
      dropOf: (name: string) => `Bỏ dòng của ${name}`,
    },
    notify: {
      title: 'Thông báo kết quả tháng',
      what: 'Báo cho những người có phiếu đã xác nhận hoặc đã sửa mà chưa được báo.',
      act: (month: string) => `Thông báo phiếu ${month}`,
      done: (count: number) => `Đã thông báo cho ${count} người.`,
      nobody: 'Không còn phiếu nào chờ thông báo.',
    },
    day: {
      title: 'Ai có thẩm quyền, ai vắng mặt',
      nobody: 'Không có ai có thẩm quyền vào ngày này, hoặc bạn không được xem.',
      away: 'Vắng mặt:',
      someone: 'một người của đơn vị',
    },
  },
  {
    unit: 'Unit',
    sheets: (period: string) => `Sheets of ${period}`,
    dashboard: 'Dashboard',
    bulk: {
      open: 'Assign work to several',
      openFor: (count: number) => `Assign work to ${count} people`,
      hint: 'Check who shall receive it in the list below.',
      all: (count: number) => `Choose all ${count} shown`,
      choose: (name: string) => `Choose ${name}`,
      title: 'Assign work to several',
      line: (number: number) => `Product ${number}`,
      addLine: 'Add a product',
      removeLine: 'Remove the last product',
      preview: (people: number, lines: number, rows: number) =>
        `${people} people × ${lines} products = ${rows} tasks to be assigned.`,
      assign: (count: number) => `Assign ${count} tasks`,
      label: (count: number) => `Assign ${count} tasks to the unit`,
      result: (assigned: number, refused: number) =>
        refused === 0
          ? `${assigned} tasks are assigned.`
          : `${assigned} tasks are assigned; ${refused} rows are not: put them right and assign again.`,
      drop: 'Drop this row',
      dropOf: (name: string) => `Drop the row of ${name}`,
    },
    notify: {
      title: 'Notify the month’s results',
      what: 'Tells everybody whose sheet is confirmed or corrected and who was not told yet.',
      act: (month: string) => `Notify the sheets of ${month}`,
      done: (count: number) => `${count} people are notified.`,
      nobody: 'No sheet waits to be notified.',
    },
    day: {
      title: 'Who is entitled, who is away',
      nobody: 'Nobody is entitled on this day, or it is not yours to see.',
      away: 'Away:',
      someone: 'somebody of the unit',
    },
  },
);

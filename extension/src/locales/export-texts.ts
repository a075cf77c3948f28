import { localised } from './localised.ts';

export const exportTexts = localised(
  {
    title: 'Xuất về Cơ sở dữ liệu quốc gia',
    none: 'Không còn kết quả nào chờ xuất.',
    line: (missing: number, results: number) => `${missing} / ${results} kết quả chưa xuất`,
    due: (date: string) => `hạn ${date}`,
    act: 'Xuất',
    label: (unit: string, period: string) => `Xuất ${unit}, ${period}`,
    made: (rows: number) => `Đã tạo tệp ${rows} dòng.`,
    checksum: 'SHA-256',
    save: 'Tải tệp',
  },
  {
    title: 'Export to the national database',
    none: 'No result waits to be exported.',
    line: (missing: number, results: number) => `${missing} of ${results} results not exported`,
    due: (date: string) => `due ${date}`,
    act: 'Export',
    label: (unit: string, period: string) => `Export ${unit}, ${period}`,
    made: (rows: number) => `A file of ${rows} rows was made.`,
    checksum: 'SHA-256',
    save: 'Save the file',
  },
);

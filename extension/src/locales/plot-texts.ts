import { localised } from './localised.ts';

/** What every plot says in words: it is read by who does not see it, and copied by who does. */
export const plotTexts = localised(
  {
    table: 'Xem số liệu dạng bảng',
    tableOf: (title: string) => `Số liệu: ${title}`,
    summary: (title: string, parts: readonly string[]) => `${title}: ${parts.length === 0 ? '0' : parts.join('; ')}.`,
    crossed: (rows: string, columns: string) => `${rows} \\ ${columns}`,
    counted: (name: string, count: number) => `${name}: ${count} người`,
    people: (count: number) => `${count} người`,
    months: (count: number) => `${count} tháng của từng người`,
    monthCount: 'Số tháng của từng người',
    nobody: 'Chưa có ai để tính.',
    span: 'Khoảng',
    count: 'Số người',
    lowerQuartile: 'tứ phân vị dưới',
    median: 'trung vị',
    upperQuartile: 'tứ phân vị trên',
    mean: 'trung bình',
    level: 'Mức',
    noLevel: 'chưa có mức',
    sizes: 'Dấu là mức, dấu càng lớn càng nhiều người; điểm tính đến số nguyên.',
    pointText: (result: number, general: number, level: string, count: number) =>
      `Kết quả ${result}, tiêu chí chung ${general}, ${level}: ${count} người`,
    provisional: (figure: string) => `${figure} (tạm tính)`,
    hollow: 'Dấu rỗng: tạm tính.',
    line: (number: number | null, name: string, figures: string) =>
      `${number === null ? '' : `${number}. `}${name}: ${figures}`,
    person: 'Người',
  },
  {
    table: 'The figures as a table',
    tableOf: (title: string) => `Figures: ${title}`,
    summary: (title: string, parts: readonly string[]) => `${title}: ${parts.length === 0 ? '0' : parts.join('; ')}.`,
    crossed: (rows: string, columns: string) => `${rows} \\ ${columns}`,
    counted: (name: string, count: number) => `${name}: ${count} people`,
    people: (count: number) => `${count} people`,
    months: (count: number) => `${count} months of people`,
    monthCount: 'Months of people',
    nobody: 'Nobody to count yet.',
    span: 'Span',
    count: 'People',
    lowerQuartile: 'lower quartile',
    median: 'median',
    upperQuartile: 'upper quartile',
    mean: 'mean',
    level: 'Level',
    noLevel: 'no level yet',
    sizes: 'A mark is a level; the larger it is, the more people. Points are whole ones.',
    pointText: (result: number, general: number, level: string, count: number) =>
      `Result ${result}, general criteria ${general}, ${level}: ${count} people`,
    provisional: (figure: string) => `${figure} (provisional)`,
    hollow: 'A hollow mark is provisional.',
    line: (number: number | null, name: string, figures: string) =>
      `${number === null ? '' : `${number}. `}${name}: ${figures}`,
    person: 'Person',
  },
);

/** A screen as somebody opens it on the demonstration. */
export interface LookedAtScreen {
  readonly name: string;
  readonly account: 'lanhdao' | 'nhansu' | 'quantri';
  readonly address: string;
}

export const LANGUAGES = ['vi', 'en'] as const;
export const SCHEMES = ['light', 'dark'] as const;
/** The narrowest telephone, and a wide screen of an office. */
export const WIDTHS = [320, 1_440] as const;

export const SCREENS: readonly LookedAtScreen[] = [
  { name: 'ranking', account: 'lanhdao', address: '#/xep-hang?unit=H99.01&period=2026-10&group=H99.01.CM' },
  {
    name: 'ranking-narrowed',
    account: 'lanhdao',
    address: '#/xep-hang?unit=H99.01&period=2026-10&group=H99.01.CM&level=GOOD&total=70-89.5',
  },
  {
    name: 'ranking-plots',
    account: 'lanhdao',
    address: '#/xep-hang?unit=H99.01&period=2026-10&group=H99.01.CM&view=plots',
  },
  { name: 'shortlist', account: 'lanhdao', address: '#/danh-sach-de-xuat?unit=H99.01.03&post=HEAD' },
  { name: 'comparison-empty', account: 'lanhdao', address: '#/so-sanh-nguoi' },
  {
    name: 'comparison',
    account: 'lanhdao',
    address: '#/so-sanh-nguoi?people=AB0148,AB0104,AB0135,AB0175,AB0034,AB0010&period=2026-10&byLevel=yes',
  },
  { name: 'units', account: 'lanhdao', address: '#/so-sanh-don-vi?unit=H99.01&period=2026-10' },
  { name: 'summaries', account: 'lanhdao', address: '#/tong-hop' },
  { name: 'commendation', account: 'lanhdao', address: '#/khen-thuong' },
  { name: 'collectives', account: 'lanhdao', address: '#/khen-thuong?tab=collectives' },
  { name: 'calibration', account: 'nhansu', address: '#/hieu-chinh?unit=H99.02' },
  { name: 'imports', account: 'nhansu', address: '#/nhap-xuat' },
  { name: 'exports', account: 'nhansu', address: '#/tep-da-xuat' },
  { name: 'webhooks', account: 'nhansu', address: '#/moc-noi' },
  { name: 'access', account: 'quantri', address: '#/truy-cap-quyen' },
];

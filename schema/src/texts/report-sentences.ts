import { type LocalDate, toVietnameseDate } from '../primitives/local-date.ts';
import type { Locale } from '../primitives/locale.ts';
import { INSPECTION_AREAS } from '../registers/register-words.ts';
import {
  isEmptyReport,
  type ReportFigureKey,
  type ReportFigures,
  type ReportSectionKey,
} from '../registers/report-figures.ts';
import { reportCodeText, reportSectionTexts } from './report-texts.ts';

/** A number of the text, by which its rows are found; `code` null for the whole figure. */
export interface FigureInText {
  readonly key: ReportFigureKey;
  readonly code: string | null;
  readonly value: number;
}

export interface ReportParagraph {
  readonly heading: string | null;
  readonly text: string;
  /** The numbers of the text in their order; of a sum of several codes each stands by itself. */
  readonly figures: readonly FigureInText[];
}

/** Areas the text names one by one; the others are told together. */
const NAMED_AREAS: readonly string[] = ['PUBLIC_DUTY', 'CITIZEN_RECEPTION', 'ANTI_CORRUPTION'];

/**
 * The report as a person would write it around its figures. A clause whose number is 0 is left out, so is a section without any;
 * where nothing happened one sentence says so.
 */
export function reportSentences(
  figures: ReportFigures,
  names: { readonly unit: string; readonly from: LocalDate; readonly to: LocalDate },
  locale: Locale = 'vi',
): readonly ReportParagraph[] {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const opening: ReportParagraph = {
    heading: null,
    text: say(
      `Báo cáo của ${names.unit} từ ngày ${toVietnameseDate(names.from)} đến ngày ${toVietnameseDate(names.to)}.`,
      `Report of ${names.unit} from ${names.from} to ${names.to}.`,
    ),
    figures: [],
  };
  if (isEmptyReport(figures)) {
    const text = say('Trong kỳ không phát sinh số liệu.', 'Nothing was recorded in the period.');
    return [opening, { heading: null, text, figures: [] }];
  }
  const writer = new Writer(figures, locale);
  const sections: readonly (readonly [ReportSectionKey, readonly Sentence[]])[] = [
    ['inspections', inspections(writer)],
    ['findings', findings(writer)],
    ['coverage', coverage(writer)],
    [
      'discipline',
      one(writer.listed('discipline', 'Đã ban hành # quyết định kỷ luật', '# discipline decision(s) were issued')),
    ],
    [
      'commendation',
      one(writer.listed('commendation', 'Đã khen thưởng # lượt tập thể, cá nhân', '# commendation(s) were given')),
    ],
    [
      'levels',
      one(writer.listed('levels', 'Đã quyết định xếp loại chất lượng # người', 'The level of # people was decided')),
    ],
    ['feedback', one(feedback(writer))],
    ['coordination', one(coordination(writer))],
  ];
  const paragraphs = sections.flatMap(([key, sentences]): readonly ReportParagraph[] => {
    const written = sentences.filter(({ text }) => text !== '');
    if (written.length === 0) return [];
    return [
      {
        heading: reportSectionTexts[key][locale],
        text: written.map(({ text }) => `${text}.`).join(' '),
        figures: written.flatMap((sentence) => sentence.figures),
      },
    ];
  });
  return [opening, ...paragraphs];
}

/** A clause or sentence without its full stop; the text is empty where there is nothing to say. */
interface Sentence {
  readonly text: string;
  readonly figures: readonly FigureInText[];
}

const NOTHING: Sentence = { text: '', figures: [] };

/** Puts figures into words. "#" in a text stands for the number. */
class Writer {
  readonly #figures: ReportFigures;
  readonly locale: Locale;

  constructor(figures: ReportFigures, locale: Locale) {
    this.#figures = figures;
    this.locale = locale;
  }

  /** The figure in a clause; nothing where it is 0. */
  clause(key: ReportFigureKey, vi: string, en: string): Sentence {
    const value = this.#figures.find((each) => each.key === key)?.value ?? 0;
    if (value === 0) return NOTHING;
    return {
      text: (this.locale === 'vi' ? vi : en).replace('#', String(value)),
      figures: [{ key, code: null, value }],
    };
  }

  /** The codes of a figure that are not 0, in their order. */
  codes(key: ReportFigureKey): readonly FigureInText[] {
    const breakdown = this.#figures.find((each) => each.key === key)?.breakdown ?? [];
    return breakdown.flatMap(({ code, value }) => (value === 0 ? [] : [{ key, code, value }]));
  }

  /** A clause followed by what it consists of: "Đã ban hành 3 quyết định kỷ luật: 2 khiển trách, 1 cảnh cáo". */
  listed(key: ReportFigureKey, vi: string, en: string): Sentence {
    const whole = this.clause(key, vi, en);
    const parts = this.codes(key);
    if (whole.text === '' || parts.length === 0) return whole;
    const names = parts.map(({ code, value }) => `${value} ${lower(reportCodeText(key, code ?? '')[this.locale])}`);
    return { text: `${whole.text}: ${names.join(', ')}`, figures: [...whole.figures, ...parts] };
  }

  /** The clauses that say something, between the texts given. */
  join(clauses: readonly Sentence[], separator: string, before = ''): Sentence {
    const said = clauses.filter(({ text }) => text !== '');
    if (said.length === 0) return NOTHING;
    return {
      text: before + said.map(({ text }) => text).join(separator),
      figures: said.flatMap(({ figures }) => figures),
    };
  }

  pick(vi: string, en: string): string {
    return this.locale === 'vi' ? vi : en;
  }
}

function inspections(writer: Writer): readonly Sentence[] {
  const pick = (vi: string, en: string) => writer.pick(vi, en);
  const ended = writer.clause('inspections.ended', 'đã kết thúc # cuộc thanh tra, kiểm tra', '# inspection(s) ended');
  const areas = writer.codes('inspections.ended').toSorted((left, right) => areaOrder(left) - areaOrder(right));
  const named = areas
    .filter(({ code }) => NAMED_AREAS.includes(code ?? ''))
    .map((figure) => {
      const name = lower(reportCodeText('inspections.ended', figure.code ?? '')[writer.locale]);
      return { text: pick(`${figure.value} cuộc về ${name}`, `${figure.value} of ${name}`), figures: [figure] };
    });
  const others = areas.filter(({ code }) => !NAMED_AREAS.includes(code ?? ''));
  const count = others.reduce((sum, { value }) => sum + value, 0);
  const rest =
    count === 0
      ? NOTHING
      : { text: pick(`${count} cuộc về lĩnh vực khác`, `${count} of other fields`), figures: others };
  const ofWhich = writer.join([...named, rest], ', ');
  const whole = writer.join([ended, ofWhich], pick(', trong đó ', ', of which '));
  const conclusions = writer.clause('conclusions.issued', 'đã ban hành # kết luận', '# conclusion(s) were issued');
  const review = writer.join(
    [
      writer.clause('review.collectives', '# tập thể', '# collective(s)'),
      writer.clause('review.people', '# cá nhân', '# person(s)'),
    ],
    pick(' và ', ' and '),
    pick('kiểm điểm rút kinh nghiệm đối với ', 'self-criticism of '),
  );
  const discipline = writer.clause(
    'discipline.recommended',
    'xem xét xử lý kỷ luật # trường hợp',
    'considering discipline in # case(s)',
  );
  return [
    writer.join([whole, conclusions], '; ', pick('Trong kỳ, ', 'In the period ')),
    writer.join(
      [review, discipline],
      '; ',
      pick('Qua thanh tra, kiểm tra đã kiến nghị ', 'The inspections recommended '),
    ),
  ];
}

function areaOrder({ code }: FigureInText): number {
  return (INSPECTION_AREAS as readonly (string | null)[]).indexOf(code);
}

function findings(writer: Writer): readonly Sentence[] {
  const found = writer.clause('findings', 'Đã phát hiện # tồn tại, hạn chế', '# finding(s) were made');
  const topics = writer.codes('findings').map((figure) => {
    const name = lower(reportCodeText('findings', figure.code ?? '')[writer.locale]);
    return { text: writer.pick(`${figure.value} về ${name}`, `${figure.value} on ${name}`), figures: [figure] };
  });
  const byTopic = writer.join(topics, ', ');
  const open = writer.clause('followUp.open', 'còn # kiến nghị chưa thực hiện xong', '# are still open');
  const overdue = writer.clause('followUp.overdue', '# kiến nghị quá hạn', '# of them overdue');
  return [
    found.text === '' ? NOTHING : writer.join([found, byTopic], writer.pick(', trong đó ', ', of which ')),
    writer.clause(
      'findings.good',
      'Đã ghi nhận # cách làm hay để nhân rộng',
      '# good practice(s) were recorded to be spread',
    ),
    capital(
      writer.join(
        [
          writer.clause('followUp.done', 'đã thực hiện, khép lại # kiến nghị', '# recommendation(s) were closed'),
          writer.join([open, overdue], writer.pick(', trong đó ', ', ')),
        ],
        '; ',
      ),
    ),
  ];
}

function coverage(writer: Writer): readonly Sentence[] {
  const visited = writer.clause('coverage.visited', 'đã kiểm tra # cơ quan, đơn vị', '# were visited');
  const never = writer.clause('coverage.never', 'còn # chưa được kiểm tra lần nào', '# were never visited');
  const units = writer.clause('coverage.units', 'Trong # cơ quan, đơn vị', 'Of # agency(ies)');
  const said = writer.join([visited, never], '; ');
  return said.text === '' ? [] : [writer.join([units, said], ', ')].map(capital);
}

function feedback(writer: Writer): Sentence {
  return writer.join(
    [
      writer.clause(
        'feedback.received',
        'Đã tiếp nhận # phản ánh, kiến nghị, khiếu nại, tố cáo',
        '# piece(s) of feedback were received',
      ),
      writer.join(
        [
          writer.clause('feedback.answered', 'đã trả lời #', '# were answered'),
          writer.clause('feedback.inTime', '# đúng hạn', '# in time'),
        ],
        writer.pick(', trong đó ', ', '),
      ),
      writer.clause('feedback.late', '# chậm hoặc quá hạn', '# are late or overdue'),
      writer.clause('feedback.upheld', '# có nội dung đúng hoặc đúng một phần', '# were upheld wholly or partly'),
    ],
    '; ',
  );
}

function coordination(writer: Writer): Sentence {
  return writer.join(
    [
      writer.clause('coordination.asked', 'Có # lượt đề nghị phối hợp', '# coordination request(s) were made'),
      writer.clause('coordination.inTime', '# lượt trả lời đúng hạn', '# were answered in time'),
      writer.clause('coordination.late', '# lượt chậm hoặc quá hạn', '# are late or overdue'),
      writer.clause('coordination.unclear', '# lượt trả lời chưa rõ chính kiến', '# answers took no clear position'),
    ],
    '; ',
  );
}

function one(sentence: Sentence): readonly Sentence[] {
  return [sentence];
}

function capital(sentence: Sentence): Sentence {
  return { ...sentence, text: sentence.text.slice(0, 1).toUpperCase() + sentence.text.slice(1) };
}

/** The first letter small, for use inside a sentence. */
function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

import { describe, expect, it } from 'vitest';
import { parseInput } from '../evaluation/parse-input.ts';
import type { Period } from '../primitives/period.ts';
import { EVENTS, eventOf } from './event-types.ts';
import { webhookBody } from './webhook-body.ts';
import { changeWebhookShape, createWebhookShape } from './webhook-input.ts';

describe('the event an entry of the audit chain is', () => {
  it.each([
    ['confirmPeriodSheet', 'PeriodSheet', 'CONFIRMED', 'SCORE_CONFIRMED'],
    ['confirmPeriodSheets', 'PeriodSheet', 'CONFIRMED', 'SCORE_CONFIRMED'],
    ['confirmPeriodSheet', 'PeriodSheet', 'CORRECTED', 'SCORE_CORRECTED'],
    ['decideClassifications', 'Classification', null, 'LEVEL_DECIDED'],
    ['supersedeClassification', 'Classification', null, 'LEVEL_SUPERSEDED'],
    ['filePetition', 'Petition', 'PETITIONED', 'PETITION_FILED'],
    ['resolvePetition', 'Petition', null, 'PETITION_RESOLVED'],
    ['notifySheets', 'PeriodSheet', 'NOTIFIED', null],
    // An entry of the same act about something else.
    ['decideClassifications', 'ClassificationRound', null, null],
    ['toString', 'PeriodSheet', null, null],
  ] as const)('%s of a %s that is %s: %s', (action, entity, state, event) => {
    expect(eventOf({ action, entity, state })).toBe(event);
  });

  it('is each event of some act', () => {
    const made = [
      ['confirmPeriodSheet', 'PeriodSheet', 'CONFIRMED'],
      ['confirmPeriodSheet', 'PeriodSheet', 'CORRECTED'],
      ['decideClassifications', 'Classification', null],
      ['supersedeClassification', 'Classification', null],
      ['filePetition', 'Petition', null],
      ['resolvePetition', 'Petition', null],
    ] as const;
    expect(made.map(([action, entity, state]) => eventOf({ action, entity, state }))).toEqual([...EVENTS]);
  });
});

describe('what leaves by a webhook', () => {
  it('is that something happened and where to ask, nothing else', () => {
    const event = {
      type: 'SCORE_CONFIRMED',
      sequence: '42',
      at: '2026-11-22T01:00:00.000Z',
      id: 'UGVyaW9kU2hlZXQ6MQ',
    } as const;
    const told = webhookBody({ ...event, period: '2026-10' as Period, name: 'Nguyễn Văn An', total: '94' } as never);
    expect(told).toEqual({ ...event, period: '2026-10' });
  });
});

describe('the input of a webhook', () => {
  const good = {
    idempotencyKey: 'webhook-0001',
    name: 'Kho dữ liệu',
    url: ' https://hr.example.vn/hook ',
    unit: 'H99',
    events: ['LEVEL_DECIDED', 'LEVEL_DECIDED'],
  };
  const refused = (over: object): readonly string[] => {
    const parsed = parseInput(createWebhookShape, { ...good, ...over });
    return parsed.ok ? [] : parsed.error.payload.fields.map(({ path, error }) => `${path} ${error.code}`);
  };

  it('is tidied, and names each event once', () => {
    const parsed = parseInput(createWebhookShape, good);
    expect(parsed.ok ? parsed.value : null).toMatchObject({
      url: 'https://hr.example.vn/hook',
      events: ['LEVEL_DECIDED'],
    });
  });

  it.each([
    [{ url: 'hr.example' }, ['/url UNKNOWN_VALUE']],
    [{ url: `https://x.vn/${'a'.repeat(2_100)}` }, ['/url TOO_LONG']],
    [{ events: [] }, ['/events REQUIRED']],
    [{ events: ['SALARY_PAID'] }, ['/events/0 UNKNOWN_VALUE']],
    [{ name: ' ' }, ['/name REQUIRED']],
    [{ secret: 'x' }, [' UNKNOWN_KEY']],
  ])('with %j is refused: %j', (over, expected) => expect(refused(over)).toEqual(expected));

  it('changes only what it names', () => {
    const parsed = parseInput(changeWebhookShape, {
      idempotencyKey: 'webhook-0002',
      webhook: 'id',
      revision: 1,
      name: 'Khác',
    });
    expect(parsed.ok ? parsed.value : null).toMatchObject({ name: 'Khác', url: null, events: null });
  });
});

import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SetAsideEvents } from './SetAsideEvents.tsx';

const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });

function shown(state: string, events: readonly object[]): string {
  const nodes = events.map((event) => ({ node: { event: 'LEVEL_DECIDED', at: '2026-11-22T01:00:00Z', ...event } }));
  const waiting = nodes.filter(({ node }) => 'state' in node && node.state === 'SET_ASIDE').length;
  const webhook = { id: 'w', name: 'Kho', state, setAsideCount: waiting, setAside: { edges: nodes } };
  return renderToStaticMarkup(
    <ApolloProvider client={client}>
      {/* A masked fragment is the data itself. */}
      <SetAsideEvents webhook={webhook as never} />
    </ApolloProvider>,
  );
}

const REFUSED = { messageId: 'evt_7', state: 'SET_ASIDE', attempts: 5, lastStatus: 500, lastError: 'STATUS' };
const DELIVERED = { messageId: 'evt_3', state: 'DELIVERED', attempts: 6, lastStatus: 200, lastError: null };

it('names each event that was refused, why, and offers to send it again or to dismiss it', () => {
  const page = shown('ACTIVE', [REFUSED, DELIVERED]);
  expect(page).toContain('<details open="">');
  expect(page).toContain('Sự kiện để riêng: 1 đang chờ');
  expect(page).toContain('chờ bạn: bên nhận trả lời lỗi (500)');
  expect(page).toContain('aria-label="Gửi lại · Kho · evt_7"');
  expect(page).toContain('aria-label="Bỏ · Kho · evt_7"');
  // What is settled waits for nobody.
  expect(page).toContain('đã gửi được');
  expect(page).not.toMatch(/aria-label="[^"]*evt_3"/);
});

it('offers all of several at once', () => {
  expect(shown('ACTIVE', [REFUSED, { ...REFUSED, messageId: 'evt_8' }])).toContain(
    'aria-label="Gửi lại · Kho · tất cả 2"',
  );
});

it('sends nothing again while the webhook is stopped, and says so', () => {
  const page = shown('DISABLED', [REFUSED]);
  expect(page).not.toContain('aria-label="Gửi lại');
  expect(page).toContain('Cho gửi tiếp trước');
});

it('is not there where nothing was set aside', () => {
  expect(shown('ACTIVE', [])).toBe('');
});

import { expect, test } from 'vitest';
import { type ReceiverNetwork, receiverNetwork, refuseAddress } from './receiver-network.ts';
import { fixedAnswers } from './testing/fixed-answers.ts';

const network: ReceiverNetwork = {
  ...receiverNetwork(['Inner.Congvu.test', '10.1.2.3']),
  lookup: fixedAnswers({
    'receiver.test': [['203.119.8.1', '2001:dc8::1']],
    'half.test': [['203.119.8.1', '10.0.0.1']],
    'inside.test': [['192.168.1.7']],
    localhost: [['127.0.0.1', '::1']],
  }),
};

test.each([
  ['http://receiver.test/', 'NOT_HTTPS'],
  ['ftp://receiver.test/', 'NOT_HTTPS'],
  ['file:///etc/passwd', 'NOT_HTTPS'],
  ['https://user@receiver.test/', 'USER_INFO'],
  ['https://user:secret@receiver.test/', 'USER_INFO'],
  ['https://receiver.test:22/', 'PORT'],
  ['https://receiver.test:1023/', 'PORT'],
  ['https://nowhere.test/', 'UNRESOLVED'],
  // Every address of a name counts, not the first one.
  ['https://half.test/', 'PRIVATE'],
  ['https://inside.test/', 'PRIVATE'],
  ['https://localhost/', 'PRIVATE'],
  ['https://localhost./', 'PRIVATE'],
  ['https://127.0.0.1/', 'PRIVATE'],
  ['https://127.1/', 'PRIVATE'],
  ['https://2130706433/', 'PRIVATE'],
  ['https://0x7f000001/', 'PRIVATE'],
  ['https://0177.0.0.1/', 'PRIVATE'],
  ['https://0.0.0.0/', 'PRIVATE'],
  ['https://10.255.0.1/', 'PRIVATE'],
  ['https://172.16.0.1/', 'PRIVATE'],
  ['https://192.168.0.1/', 'PRIVATE'],
  ['https://100.64.0.1/', 'PRIVATE'],
  ['https://169.254.169.254/latest/meta-data/', 'PRIVATE'],
  ['https://192.0.2.10/', 'PRIVATE'],
  ['https://198.18.0.1/', 'PRIVATE'],
  ['https://224.0.0.1/', 'PRIVATE'],
  ['https://255.255.255.255/', 'PRIVATE'],
  ['https://[::1]/', 'PRIVATE'],
  ['https://[::]/', 'PRIVATE'],
  ['https://[::ffff:10.0.0.1]/', 'PRIVATE'],
  ['https://[::ffff:203.119.8.1]/', 'PRIVATE'],
  ['https://[64:ff9b::a00:1]/', 'PRIVATE'],
  ['https://[2002:a00:1::]/', 'PRIVATE'],
  ['https://[fd00::1]/', 'PRIVATE'],
  ['https://[fe80::1]/', 'PRIVATE'],
  ['https://[ff02::1]/', 'PRIVATE'],
  ['https://[2001:db8::1]/', 'PRIVATE'],
])('refuses %s as %s', async (url, why) => {
  expect(await refuseAddress(url, network)).toBe(why);
});

test.each([
  'https://receiver.test/hooks?x=1',
  'https://receiver.test:443/',
  'https://receiver.test:8443/',
  'https://203.119.8.1/',
  // Named by the office: its own, also inside and without encryption.
  'http://inner.congvu.test:9000/',
  'https://INNER.congvu.test/',
  'http://10.1.2.3:8080/',
])('takes %s', async (url) => {
  expect(await refuseAddress(url, network)).toBeNull();
});

test('names of the office excuse neither a user name nor a port of the system', async () => {
  expect(await refuseAddress('http://a@inner.congvu.test/', network)).toBe('USER_INFO');
  expect(await refuseAddress('http://inner.congvu.test:25/', network)).toBe('PORT');
});

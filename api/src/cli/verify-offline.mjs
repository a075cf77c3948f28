/**
 * Verifies a chain of changes without our code, without a database and without a network: read it, it is short.
 *
 *   congvu audit export > chain.jsonl
 *   node verify-offline.mjs chain.jsonl signing-key.pem.pub [heads.jsonl …]
 *
 * heads.jsonl: heads kept elsewhere, or receipts, one JSON object {sequence, hash, signature, keyId} a line.
 * Exit code 0: every entry hashes to its hash and names the one before, every head is signed by the key, and every head
 * kept elsewhere is in the chain. Else 1, with one line for each fault.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [chainFile, keyFile, ...headFiles] = process.argv.slice(2);
if (keyFile === undefined) {
  console.error('node verify-offline.mjs chain.jsonl signing-key.pem.pub [heads.jsonl …]');
  process.exit(2);
}
const key = createPublicKey(readFileSync(keyFile));
const readLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const isSigned = ({ sequence, hash, signature }) =>
  typeof signature === 'string' &&
  verify(null, Buffer.from(`congvu-audit-head-1\n${sequence}\n${hash}`), key, Buffer.from(signature, 'base64'));

let faults = 0;
const report = (sequence, fault) => {
  faults += 1;
  console.log(`${sequence} ${fault}`);
};

const chain = new Map();
let previous = { sequence: 0, hash: '0'.repeat(64) };
for (const entry of readLines(chainFile)) {
  const { sequence, text, previousHash, hash } = entry;
  if (sequence !== previous.sequence + 1) report(sequence, 'GAP');
  if (previousHash !== previous.hash || !text.includes(`\n${previousHash}\n`)) report(sequence, 'BROKEN_LINK');
  if (createHash('sha256').update(text).digest('hex') !== hash) report(sequence, 'EDITED');
  if (!isSigned(entry)) report(sequence, 'FALSE_SIGNATURE');
  chain.set(sequence, hash);
  previous = entry;
}
for (const head of headFiles.flatMap(readLines)) {
  if (!isSigned(head)) report(head.sequence, 'FALSE_SIGNATURE');
  if (chain.get(head.sequence) !== head.hash) report(head.sequence, 'HEAD_CONTRADICTED');
}
console.error(`${chain.size} entries, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);

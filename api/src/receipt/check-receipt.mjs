/**
 * Kiểm tra biên nhận điểm mà không cần hệ thống, cơ sở dữ liệu hay mạng. Checks the receipt of a score without the system,
 * its database or a network: read it, it is short.
 *
 *   node check-receipt.mjs bien-nhan.json khoa-cong-khai.pem
 *
 * The key is the one the office posts on its notice board or answers to `auditKeys`; the one inside the receipt proves nothing,
 * for whoever forges a receipt also writes the key. Exit code: 0 genuine, 1 not, 2 called wrongly or not readable.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [receiptFile, keyFile] = process.argv.slice(2);
if (keyFile === undefined) {
  console.error('node check-receipt.mjs bien-nhan.json khoa-cong-khai.pem');
  process.exit(2);
}
const { receipt, key } = readBoth();
const faults = [];
const demand = (isSo, fault) => {
  if (!isSo) faults.push(fault);
};

// What was hashed when the score was confirmed: one field a line, the payload (JSON) last.
const { text = '', previousHash, hash, signature = '', keyId, score = {} } = receipt;
const lines = String(text).split('\n');
const [format, sequence, at, , confirmedBy, , entity] = lines;
const payload = readPayload(lines.slice(12).join('\n'));

demand(receipt.version === 1 && format === 'congvu-audit-1' && entity === 'PeriodSheet', 'không phải biên nhận điểm');
demand(keyId === keyIdOf(key), `khóa ${keyIdOf(key)} không phải khóa đã ký (${keyId})`);
demand(createHash('sha256').update(text).digest('hex') === hash, 'nội dung đã bị sửa: mã băm không khớp');
demand(lines[11] === previousHash, 'mắt xích trước không khớp nội dung');
demand(isSigned(), 'chữ ký không đúng');
demand(payload.period === score.period, 'kỳ không đúng với nội dung đã ký');
demand(payload.total === score.total, 'điểm không đúng với nội dung đã ký');
demand(payload.level === score.level, 'mức không đúng với nội dung đã ký');
demand(isDisplayOf(score.display, score.total), 'điểm hiển thị không phải điểm chính xác làm tròn');

if (faults.length > 0) {
  console.log(`BIÊN NHẬN KHÔNG ĐÚNG: ${faults.join('; ')}.`);
  process.exit(1);
}
const shown = score.display.replace('.', ',');
console.log(
  `Biên nhận đúng: kỳ ${score.period}, ${shown} điểm (${score.total}), mức ${score.level}, do ${confirmedBy} ghi lúc ${at}, mục số ${sequence}, khóa ${keyId}.`,
);

function isSigned() {
  const head = Buffer.from(`congvu-audit-head-1\n${sequence}\n${hash}`);
  return verify(null, head, key, Buffer.from(signature, 'base64'));
}

/** The first 16 hexadecimal digits of the key's SHA-256: what the notice board shows. */
function keyIdOf(publicKey) {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** Whether "87.67" is the fraction "263/3" to a hundredth, whole numbers only: floating point rounds on its own. */
function isDisplayOf(display, total) {
  const fraction = /^(\d+)\/([1-9]\d*)$/.exec(total);
  const decimal = /^(\d+)\.(\d\d)$/.exec(display);
  if (fraction === null || decimal === null) return false;
  const away = BigInt(decimal[1] + decimal[2]) - (BigInt(fraction[1]) * 100n) / BigInt(fraction[2]);
  return away === 0n || away === 1n;
}

function readPayload(json) {
  try {
    return JSON.parse(json) ?? {};
  } catch {
    return {};
  }
}

function readBoth() {
  try {
    const opened = createPublicKey(readFileSync(keyFile));
    return { receipt: JSON.parse(readFileSync(receiptFile, 'utf8')) ?? {}, key: opened };
  } catch (error) {
    console.error(`Không đọc được: ${error.message}`);
    process.exit(2);
  }
}

/** Tone marks as they stand after a letter in NFD: grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const ONSETS = 'ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x';

/** Rimes without their tone, by their first letter. Source: the spelling of Vietnamese as schools teach it. */
const RIMES = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây',
  'e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu',
  'i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|op|ot',
  'ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt',
  'u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu',
  'ư|ưa|ưc|ưi|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu',
  'y|yêm|yên|yêng|yêt|yêu',
].join('|');

const SYLLABLE = new RegExp(`^(?:${ONSETS})?(?:${RIMES})$`);

/** Whether a word is spelt as a Vietnamese syllable: at most one tone, a known onset and rime. "Nguyễn" is, "NguyÔn" is not. */
export function isVietnameseSyllable(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFD');
  const bare = letters.replace(TONES, '');
  return letters.length - bare.length <= 1 && SYLLABLE.test(bare.normalize('NFC'));
}

/** Words of a text; a combining mark belongs to its letter. */
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Of the words with a letter outside ASCII, how many there are and how many are Vietnamese syllables. Words of plain ASCII
 * are the same in every charset and say nothing.
 */
export function countSyllables(text: string): { readonly words: number; readonly syllables: number } {
  let words = 0;
  let syllables = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (!hasOther(word)) continue;
    words += 1;
    if (isVietnameseSyllable(word)) syllables += 1;
  }
  return { words, syllables };
}

function hasOther(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) if (word.charCodeAt(index) > 0x7f) return true;
  return false;
}

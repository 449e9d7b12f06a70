// A query in sentences: 大学と企業の共同研究 is about 大学, 企業 and 共同研究.

const CONTENT = /[\p{Script=Han}々ァ-ヺーa-z0-9][\p{Script=Han}々ァ-ヺーa-z0-9・&./-]*/gu;
const WHOLE_QUERY_LENGTH = 8;

/** Return the content words of `text` that particles join, or [] when there are not at least two. */
export function contentWords(text, kanaWords) {
  const kept = kanaWords.filter((word) => text.includes(word));
  const rest = kept.reduce((left, word) => left.replace(word, " "), text);
  const words = [...kept, ...(rest.match(CONTENT) ?? [])].sort((a, b) => text.indexOf(a) - text.indexOf(b));
  const joined = /[ぁ-ん]/u.test(rest.trim());
  return joined && words.length > 1 && words.some((word) => word.length > 1) ? [...new Set(words)] : [];
}

/** True when `text` is long enough to be a sentence rather than a name: then its words are searched as well. */
export const isSentence = (text) => text.length >= WHOLE_QUERY_LENGTH;

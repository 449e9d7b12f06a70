// What the reader typed, as terms: quoted strings are searched as they stand, other words may have alternatives.

import { normalise } from "./tokens.js";

export const LONGEST_QUERY = 200; // characters; more is never a question
const MOST_TERMS = 8;
const QUOTED = /"([^"]*)"|「([^」]*)」|『([^』]*)』|“([^”]*)”/gu;
const DASH_AFTER_KATAKANA = /(?<=[ァ-ヺー])[-‐‑–—―−](?=[ァ-ヺ]|$|\s)/gu; // コ-ヒ-: typed with the wrong key
const CONTENT = /[\p{Script=Han}々ァ-ヺーa-z0-9][\p{Script=Han}々ァ-ヺーa-z0-9・&./-]*/gu;
const WHOLE_QUERY_LENGTH = 8;

/** Return the query in clean text: NFKC, no control characters, no lone surrogates, at most LONGEST_QUERY characters. */
export function cleanQuery(raw) {
  const text = raw.normalize("NFKC").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return Array.from(text).slice(0, LONGEST_QUERY).join("").replace(DASH_AFTER_KATAKANA, "ー");
}

/** Return the terms of `raw`: [{text, exact}], normalised, each once. `exact` ones stood in quotes. */
export function parseQuery(raw) {
  const exact = [];
  const rest = cleanQuery(raw).replace(QUOTED, (whole, ...groups) => {
    exact.push(groups.slice(0, 4).find((group) => group !== undefined) ?? "");
    return " ";
  });
  const words = rest.replace(/["「」『』“”]/gu, " ").split(/\s+/u);
  const terms = [...exact.map((text) => ({ text, exact: true })), ...words.map((text) => ({ text, exact: false }))];
  const seen = new Set();
  return terms
    .map(({ text, exact: quoted }) => ({ text: normalise(text).trim(), exact: quoted }))
    .filter(({ text }) => text && !seen.has(text) && seen.add(text))
    .slice(0, MOST_TERMS);
}

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

// Text as search sees it: one token for every character, so that a phrase of tokens is exactly a string of the text.
// The same rules make the index (scripts/homare/site/search/tokens.py); a test compares the two over all pages.

const KEPT_TOGETHER = ["東京"]; // 京都 must not match inside 東京都
const FOLDED = new Map([..."〜–—−‐‑ヶ髙﨑濵德澤齋"].map((from, at) => [from, "~-----ケ高崎浜徳沢斎"[at]]));
const WITH_MARKS = /[^][\u3099\u309a\uff9e\uff9f]*/gu; // what becomes one character stays together
const TOKEN = new RegExp([...KEPT_TOGETHER, "[a-z]+", "\\S"].join("|"), "gu");

/** Return `text` in NFKC and lower case, with interchangeable characters folded. */
export const normalise = (text) => Array.from(text.normalize("NFKC").toLowerCase(), (c) => FOLDED.get(c) ?? c).join("");

/** Return the tokens of `text`: runs of Latin letters whole, every other character alone, spaces left out. */
export const tokens = (text) => normalise(text).match(TOKEN) ?? [];

/** Return the tokens of `text`, each with the place in `text` where it starts and ends: {token, start, end}. */
export function placedTokens(text) {
  const places = []; // of each code unit of the normalised text
  let normalised = "";
  for (const found of text.matchAll(WITH_MARKS)) {
    const piece = normalise(found[0]);
    for (let unit = 0; unit < piece.length; unit += 1) places.push([found.index, found.index + found[0].length]);
    normalised += piece;
  }
  return Array.from(normalised.matchAll(TOKEN), (found) => ({
    token: found[0],
    start: places[found.index][0],
    end: places[found.index + found[0].length - 1][1],
  }));
}

/** Return the word that stands for `token` in Pagefind's index, which drops words without a letter or digit. */
export function indexWord(token) {
  if (/^[\p{L}\p{N}]+$/u.test(token)) return token;
  const digits = token.codePointAt(0).toString(16);
  return `qx${Array.from(digits, (digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("")}`;
}

/** Return how much a word at the token `at` counts in a text whose notes and sources begin at the token `length`. */
export const placeWeight = (at, length) => (at < length ? 1 : 0.1);

// What else a term may be called: other forms, synonyms, kana as it is written in kanji.

const MOST = 32;
const LATIN_PREFIX = 4; // letters; a shorter run is searched as a whole word: AI is not in JAIST
const ENDINGS = { う: "いわえっ", く: "きかけい", ぐ: "ぎがげい", す: "しさせ", つ: "ちたて", ぬ: "になね", ぶ: "びばべん", む: "みまめん", る: "りられっ" };
const SURU = /(?<=[\p{Script=Han}ァ-ヺー])(?:する|した|して|します|しました|された|される|しない|したい)$/u;
const ICHIDAN = /(?<=\p{Script=Han}[ぁ-ん]{0,2}[えけせてねへめれげぜでべぺいきしちにひみりぎじび])(?:る|た|て|ます|ました|ない|られる|たい)$/u;
const GODAN = /^(?:.*[\p{Script=Han}].*|[ぁ-ん]{2,4})[うくぐすつぬぶむる]$/u;
const LONG_MARK = /(?<=[ァ-ヺ][ァ-ヺー]{2,})ー(?![ァ-ヺー])/gu; // at the end of a katakana word of four or more
const NO_MARK = /[ァ-ヺ][ァ-ヺー]{2,}[ァ-ヺ](?![ァ-ヺー])(?=.)/gu;
const KANA_ONLY = /^[ぁ-ゖァ-ヺー・]+$/u;
const SHIFT = 0x60;
const shifted = (text, range, by) => text.replace(range, (c) => String.fromCharCode(c.charCodeAt(0) + by));

export const isKana = (text) => KANA_ONLY.test(text);
const toHiragana = (text) => shifted(text, /[ァ-ヶ]/gu, -SHIFT);
const toKatakana = (text) => shifted(text, /[ぁ-ゖ]/gu, SHIFT);

/** Return the texts that find `text`, itself first: its other forms and their synonyms. `words` is words.json. */
export function alternativesOf(text, words) {
  const found = new Set([text, ...forms(text)]);
  for (const same of [...found]) for (const other of synonymsOf(same, words.groups)) found.add(other);
  for (const longer of latinPrefixes(text, words.latin)) found.add(longer);
  return [...found].slice(0, MOST);
}

/** Return what a text in kana may be in the other kana and in kanji, with synonyms. `readings` maps reading → words. */
export function kanaAlternativesOf(text, words, readings) {
  const found = new Set();
  for (const same of [toHiragana(text), toKatakana(text), ...writtenAs(toHiragana(text), readings)]) {
    if (same !== text) found.add(same);
    for (const other of synonymsOf(same, words.groups)) found.add(other);
  }
  return [...found].slice(0, MOST);
}

/** Return `text` with each word of a synonym group in it replaced by the group's others. */
function* synonymsOf(text, groups) {
  for (const [same, narrower] of groups) {
    const word = same.filter((candidate) => holds(text, candidate)).sort((a, b) => b.length - a.length)[0];
    if (word === undefined) continue;
    for (const other of [...same, ...narrower]) if (other !== word) yield text.replace(word, other);
  }
}

function holds(text, word) {
  if (!/^[a-z0-9-]+$/u.test(word)) return text.includes(word);
  return new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, "u").test(text);
}

function latinPrefixes(text, latin) {
  const [run] = text.match(/[a-z]+$/u) ?? [""];
  if (run.length < LATIN_PREFIX) return [];
  const head = text.slice(0, text.length - run.length);
  return latin.filter((word) => word.startsWith(run) && word !== run).slice(0, 8).map((word) => head + word);
}

/** Return how the hiragana `kana` may be written: as one word, else as a row of words whose readings make it up. */
export function writtenAs(kana, readings, depth = 4) {
  const whole = readings.get(kana);
  if (whole || depth === 1) return whole ?? [];
  const found = [];
  for (let at = kana.length - 1; at >= 2 && found.length < MOST; at -= 1) {
    const heads = readings.get(kana.slice(0, at));
    if (!heads) continue;
    const tails = writtenAs(kana.slice(at), readings, depth - 1);
    for (const head of heads) for (const tail of tails) found.push(head + tail);
  }
  return found.slice(0, MOST);
}

/** Return the other forms of `text` to search for, the most general first. */
function forms(text) {
  return [...longMark(text), ...stems(text)].filter((form) => form !== text && form.length > 1);
}

function longMark(text) {
  const without = text.replace(LONG_MARK, "");
  const withMark = text.replace(NO_MARK, "$&ー"); // コーディネータ育成: followed by something, so no prefix finds it
  return [without, withMark];
}

function stems(text) {
  if (/^[ぁ-ん].*\p{Script=Han}/u.test(text)) return []; // begins within a sentence: に応じて is no verb
  if (SURU.test(text)) return [text.replace(SURU, "")];
  if (text.endsWith("しい")) return [text.slice(0, -1)];
  if (ICHIDAN.test(text)) return [text.replace(ICHIDAN, "")];
  if (!GODAN.test(text)) return [];
  const stem = text.slice(0, -1);
  return Array.from(ENDINGS[text.at(-1)], (ending) => stem + ending);
}

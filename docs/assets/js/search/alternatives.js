// What else a term may be called: other forms, synonyms, kana as it is written in kanji.

import { forms } from "./inflection.js";
import { toHiragana, toKatakana } from "./kana.js";

const MOST = 32;
const LATIN_PREFIX = 4; // letters; a shorter run is searched as a whole word: AI is not in JAIST

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

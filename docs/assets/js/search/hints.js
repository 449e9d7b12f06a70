// Help for a query that no text matches: what a slip was meant to be, and the terms of the facets that are near to it.

const SHORTEST = 5; // characters; in shorter words one edit makes another word
const PER_EDIT = 4;
const withoutMarks = (text) => text.replaceAll("ー", ""); // イノベショーン: the mark is there, but elsewhere

/** Return the known word that `text` was meant to be, or null. `known` lists words, `readings` maps reading → words. */
export function meantWord(text, known, readings) {
  if (text.length < SHORTEST) return null;
  const parts = segments(text, readingOf(readings));
  if (parts) return sameReading(text, parts, known, readings);
  const allowed = Math.floor(text.length / PER_EDIT);
  const bare = withoutMarks(text);
  let best = null;
  for (const word of known) {
    if (word[0] !== text[0] || Math.abs(word.length - text.length) > allowed || word === text) continue;
    const distance = edits(bare, withoutMarks(word), allowed);
    if (distance <= allowed && (best === null || distance < best.distance)) best = { word, distance };
  }
  return best?.word ?? null;
}

/** A text that is made of known words has no wrong letter in it; it may have the wrong one of two that sound alike. */
function sameReading(text, parts, known, readings) {
  const wordsOf = readingOf(readings);
  const sound = parts.map((part) => wordsOf.get(part)).join("");
  return known.find((word) => {
    if (word === text || word.length !== text.length || word[0] !== text[0]) return false;
    const others = segments(word, wordsOf);
    return others && others.map((part) => wordsOf.get(part)).join("") === sound;
  }) ?? null;
}

const inverted = new WeakMap();

/** Return the map word → reading that belongs to the map reading → words. */
export function readingOf(readings) {
  if (!inverted.has(readings)) {
    const map = new Map();
    for (const [reading, words] of readings) for (const word of words) if (!map.has(word)) map.set(word, reading);
    inverted.set(readings, map);
  }
  return inverted.get(readings);
}

/** Return `text` cut into words of `known` (a map or set), longest first, or null when it is not made of them. */
export function segments(text, known) {
  if (text === "") return [];
  for (let end = text.length; end > 0; end -= 1) {
    const head = text.slice(0, end);
    const tail = known.has(head) ? segments(text.slice(end), known) : null;
    if (tail) return [head, ...tail];
  }
  return null;
}

/** Return how many letters differ between `a` and `b` (two that changed places count once), or `most` + 1 if more. */
function edits(a, b, most) {
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, above[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return above[b.length];
}

const bigrams = (text) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Return {facet, key, label} of the term that `text` is another name or an everyday way of saying for, or null. */
export function namedTerm(text, terms) {
  const found = terms.find(([, , , names]) => names.includes(text))
    ?? terms.find(([, , , , says]) => says.some((phrase) => text.includes(phrase)));
  return found ? asTerm(found) : null;
}

/** Return up to `most` terms that are near to `text`, nearest first. */
export function nearTerms(text, terms, most = 4) {
  const wanted = bigrams(text);
  return terms
    .map((term) => ({ term, score: nearness(text, wanted, term) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ term }) => asTerm(term));
}

function nearness(text, wanted, [, , , names, says]) {
  if ([...names, ...says].some((name) => name.length > 1 && text.includes(name))) return 10;
  if (text.length > 1 && names.some((name) => name.includes(text))) return 8;
  const shared = [...bigrams([...names, ...says].join(" "))].filter((pair) => wanted.has(pair) && !/[ぁ-ん]{2}/u.test(pair));
  return shared.length >= 2 || (shared.length === 1 && /\p{Script=Han}{2}/u.test(shared[0])) ? shared.length : 0;
}

const asTerm = ([facet, key, label]) => ({ facet, key, label });

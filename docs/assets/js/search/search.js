// From a query to ranked hits, over any engine: engine(term) → Promise<Map(case id → count)>.

import { alternativesOf, isKana, kanaAlternativesOf } from "./alternatives.js";
import { MANY_CASES } from "./data.js";
import { meantWord, namedTerm, nearTerms, readingOf, segments } from "./hints.js";
import { contentWords, isSentence, parseQuery } from "./query.js";
import { normalise } from "./tokens.js";

const FEW = 3;
const HIRAGANA = /[ぁ-ん]/u;
const FIELD_POINTS = [["title", 8], ["programme", 4], ["recipient", 4], ["place", 2]];
const AS_TYPED = 1.5; // the very words before their synonyms
const HIRAGANA_FIRST = /^[ぁ-ん]/u; // what stands in katakana was meant so; hiragana may be kanji not yet converted

/**
 * Return what the reader's `raw` query finds.
 *
 * `library` holds {engine, catalogue, words, readings(), spelling()}; the last two load their data when they are called.
 * The result is {hits: [{id, score}], marks, notices, offers, terms}: texts to mark; what was searched instead, as
 * {kind, from, to}; other queries worth trying; terms of the facets that are near to the query.
 */
export async function search(raw, library) {
  const parsed = parseQuery(raw);
  if (parsed.length === 0) return { hits: [], marks: [], notices: [], offers: [], terms: [] };
  const terms = await Promise.all(parsed.map((term) => findTerm(term, library)));
  const hits = rankedHits(terms, library.catalogue);
  const notices = terms.flatMap((term) => term.notices);
  const marks = terms.flatMap((term) => term.marks);
  const near = nearTerms(parsed.map((term) => term.text).join(" "), library.words.terms);
  return { hits, marks, notices, terms: near, offers: hits.length > 0 ? [] : await offersFor(parsed, terms, library) };
}

function rankedHits(terms, { cases, byId }) {
  const ids = [...terms[0].counts.keys()].filter((id) => terms.every((term) => term.counts.has(id)));
  return rank(ids, terms, byId, new Map(cases.map((item, at) => [item.id, at])));
}

/** Return {text, alternatives, counts, asTyped, marks, notices} for one term of a query. */
async function findTerm(term, library) {
  const found = await findText(term, library);
  if (term.exact) return found;
  if (found.counts.size === 0) return (await instead(term.text, library)) ?? found;
  if (found.counts.size < FEW && isSentence(term.text)) {
    const joined = await findWords(term.text, library);
    for (const [id, count] of joined?.counts ?? []) if (!found.counts.has(id)) found.counts.set(id, count / 100);
    if (joined) return { ...found, marks: [...found.marks, ...joined.marks], notices: joined.notices };
  }
  return found;
}

async function findText({ text, exact }, { engine, catalogue, words, readings }) {
  // In a large library the lists of の and を are long, and what stands there in plain words is enough.
  const costly = (other) => catalogue.cases.length > MANY_CASES && HIRAGANA.test(other) && !HIRAGANA.test(text);
  const alternatives = exact ? [text] : alternativesOf(text, words).filter((other) => !costly(other));
  const found = await Promise.all(alternatives.map(engine));
  const asTyped = new Set(isKana(text) ? [] : found[0].keys());
  const counts = new Map();
  for (const more of found) add(counts, more);
  if (!exact && isKana(text) && (counts.size === 0 || HIRAGANA_FIRST.test(text))) {
    const others = kanaAlternativesOf(text, words, await readings());
    for (const more of await Promise.all(others.map(engine))) add(counts, more);
    alternatives.push(...others);
  }
  return { text, alternatives, counts, asTyped, marks: alternatives, notices: [] };
}

function add(counts, more) {
  for (const [id, count] of more) counts.set(id, (counts.get(id) ?? 0) + count);
}

/** What to search when nothing holds `text`: the term that it names, its words one by one, what it was meant to be. */
async function instead(text, library) {
  return findNamed(text, library) ?? (await findWords(text, library)) ?? findMeant(text, library);
}

function findNamed(text, { words, catalogue }) {
  const term = namedTerm(text, words.terms);
  if (!term) return null;
  const same = catalogue.cases.filter((item) => [item[term.facet]].flat().includes(term.key));
  const counts = new Map(same.map((item) => [item.id, 1]));
  return counts.size === 0 ? null : { text, alternatives: [text], counts, marks: [term.label], notices: [{ kind: "term", from: text, to: term.label, term }] };
}

/** The cases that hold all content words of `text`; when none does, the most common word may be missing. */
async function findWords(text, library) {
  const kanaWords = library.words.terms.flatMap(([, , , names]) => names).filter((name) => /^[ぁ-んー]{3,}$/u.test(name));
  const parts = contentWords(text, [...new Set(kanaWords)]);
  if (parts.length === 0) return null;
  const found = await Promise.all(parts.map(async (part) => {
    const literal = await findText({ text: part }, library);
    return literal.counts.size > 0 ? literal : (await findMeant(part, library)) ?? literal;
  }));
  if (found.some(({ counts }) => counts.size === 0)) return null;
  const rarest = [...found].sort((a, b) => a.counts.size - b.counts.size);
  const wanted = intersection(rarest).size > 0 || rarest.length < 3 ? rarest : rarest.slice(0, -1);
  const counts = intersection(wanted);
  if (counts.size === 0) return null;
  const used = found.filter((part) => wanted.includes(part));
  const notices = [...found.flatMap((part) => part.notices), { kind: "words", from: text, to: used.map((part) => part.text) }];
  return { text, alternatives: [text], counts, marks: found.flatMap((part) => part.marks), notices };
}

function intersection(terms) {
  const [first, ...others] = terms;
  const ids = [...first.counts.keys()].filter((id) => others.every(({ counts }) => counts.has(id)));
  return new Map(ids.map((id) => [id, terms.reduce((sum, { counts }) => sum + Math.min(counts.get(id), 9), 0)]));
}

async function findMeant(text, library) {
  const [known, readings] = await Promise.all([library.spelling(), library.readings()]);
  const word = meantWord(text, known, readings);
  if (!word) return null;
  const found = await findText({ text: word }, library);
  return found.counts.size === 0 ? null : { ...found, notices: [{ kind: "meant", from: text, to: word }] };
}

/** Return queries that find something, for one that finds nothing: fewer terms, or a compound in its parts. */
async function offersFor(parsed, terms, { readings }) {
  const alone = terms.length > 1 ? terms.filter(({ counts }) => counts.size > 0) : [];
  const offers = alone.map(({ text, counts }) => ({ query: text, total: counts.size }));
  const missing = parsed.filter((term, at) => !term.exact && terms[at].counts.size === 0);
  for (const { text } of missing) {
    const parts = segments(text, readingOf(await readings())) ?? [];
    if (parts.length > 1 && parts.every((part) => part.length > 1)) offers.push({ query: parts.join(" ") });
  }
  return offers;
}

/** Return how much the names of a case speak for it: the best field that holds one of `alternatives`, for each term. */
function namePoints(item, alternatives) {
  let best = 0;
  for (const [field, points] of FIELD_POINTS) {
    const name = normalise(item[field]).replace(/\s/gu, "");
    const at = alternatives.findIndex((text) => name.includes(text.replace(/\s/gu, "")));
    if (at >= 0) best = Math.max(best, at === 0 ? points : points * 0.75);
  }
  return best;
}

/** Return hits [{id, score}] in rank order; `terms` holds for each term what findTerm returns. */
function rank(ids, terms, byId, order) {
  const scored = ids.map((id) => {
    const item = byId.get(id);
    const points = terms.map(({ alternatives, counts, asTyped }) => (
      namePoints(item, alternatives) + Math.log2(1 + counts.get(id)) + (asTyped?.has(id) ? AS_TYPED : 0)
    ));
    return { id, score: points.reduce((sum, more) => sum + more, 0) };
  });
  return scored.sort((a, b) => b.score - a.score || order.get(a.id) - order.get(b.id));
}

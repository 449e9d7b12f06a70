// The terms of the facets that a query is about: to offer them, and to answer in their place when no text matches.

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

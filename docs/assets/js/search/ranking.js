// The order of hits: a case whose title has the words stands before one whose text mentions them.

import { normalise } from "./tokens.js";

const FIELD_POINTS = [["title", 8], ["programme", 4], ["recipient", 4], ["place", 2]];

const AS_TYPED = 1.5; // the very words before their synonyms

/** Return how much a word at the token `at` counts in a text whose notes and sources begin at the token `length`. */
export const placeWeight = (at, length) => (at < length ? 1 : 0.1);

/** Return how much the names of a case speak for it: the best field that holds one of `alternatives`, for each term. */
export function namePoints(item, alternatives) {
  let best = 0;
  for (const [field, points] of FIELD_POINTS) {
    const name = normalise(item[field]).replace(/\s/gu, "");
    const at = alternatives.findIndex((text) => name.includes(text.replace(/\s/gu, "")));
    if (at >= 0) best = Math.max(best, at === 0 ? points : points * 0.75);
  }
  return best;
}

/** Return hits [{id, score}] in rank order; `terms` holds for each term what findTerm returns. */
export function rank(ids, terms, byId, order) {
  const scored = ids.map((id) => {
    const item = byId.get(id);
    const points = terms.map(({ alternatives, counts, asTyped }) => (
      namePoints(item, alternatives) + Math.log2(1 + counts.get(id)) + (asTyped?.has(id) ? AS_TYPED : 0)
    ));
    return { id, score: points.reduce((sum, more) => sum + more, 0) };
  });
  return scored.sort((a, b) => b.score - a.score || order.get(a.id) - order.get(b.id));
}

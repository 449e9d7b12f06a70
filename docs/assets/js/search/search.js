// From a query to ranked hits, over any engine: engine(term) → Promise<Map(case id → count)>.

import { parseQuery } from "./query.js";
import { rank } from "./ranking.js";

/** Return {query, hits: [{id, score}], marks: [strings to mark]} for what the reader typed. */
export async function search(raw, engine, { cases, byId }) {
  const parsed = parseQuery(raw);
  const terms = await Promise.all(parsed.map((term) => findTerm(term, engine)));
  const ids = terms.length === 0 ? [] : [...terms[0].counts.keys()].filter((id) => terms.every((t) => t.counts.has(id)));
  const order = new Map(cases.map((item, at) => [item.id, at]));
  return { hits: rank(ids, terms, byId, order), marks: terms.flatMap((term) => term.alternatives) };
}

async function findTerm(term, engine) {
  const alternatives = [term.text];
  const counts = new Map();
  for (const found of await Promise.all(alternatives.map(engine))) {
    for (const [id, count] of found) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return { alternatives, counts };
}

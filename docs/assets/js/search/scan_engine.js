// The scan engine: looks through all texts. For the edition that opens from disk, and as the oracle of the tests.

import { placeWeight, tokens } from "./tokens.js";

const GAP = " ";
const BREAK = "\n"; // stands between blocks, so that no phrase runs from one into the next

/** Return engine(term) → Promise<Map(case id → weight of the term there)>; `texts` maps a case id to {blocks, length} (see cases.json). */
export function scanEngine(texts) {
  const scanned = [...texts].map(([id, { blocks, length }]) => {
    const words = blocks.flatMap((block) => [...tokens(block), BREAK]);
    const text = GAP + words.join(GAP) + GAP;
    return { id, text, end: GAP.length + words.slice(0, length).reduce((sum, word) => sum + word.length + GAP.length, 0) };
  });
  return async (term) => {
    const words = tokens(term);
    const wanted = GAP + words.join(GAP) + GAP;
    const found = new Map();
    for (const { id, text, end } of words.length > 0 ? scanned : []) {
      const count = occurrences(text, wanted).reduce((sum, at) => sum + placeWeight(at, end - GAP.length), 0);
      if (count > 0) found.set(id, count);
    }
    return found;
  };
}

function occurrences(text, wanted) {
  const places = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

// Search as the pages use it: loads data and engine once, and gives the reader's words for what cannot be done.

import { loadCases } from "./data.js";
import { pagefindEngine } from "./pagefind_engine.js";
import { search } from "./search.js";

let ready = null;

/** Return the promise of {catalogue, engine}; a failed start is tried again on the next call. */
export function start() {
  ready ??= prepare().catch((error) => {
    ready = null;
    throw error;
  });
  return ready;
}

async function prepare() {
  const catalogue = await loadCases();
  return { catalogue, engine: await pagefindEngine(catalogue.cases) };
}

/** Return what `search` finds for `raw`, with the catalogue. */
export async function find(raw) {
  const { catalogue, engine } = await start();
  return { ...(await search(raw, engine, catalogue)), catalogue };
}

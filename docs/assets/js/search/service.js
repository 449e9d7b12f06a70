// Search as the pages use it: data and engine are loaded once, when they are first needed.

import { load, loadCases } from "./data.js";
import { pagefindEngine } from "./pagefind_engine.js";
import { search } from "./search.js";

let library = null;

/** Return the promise of what `search` searches; a failed start is tried again on the next call. */
export function start() {
  library ??= prepare().catch((error) => {
    library = null;
    throw error;
  });
  return library;
}

async function prepare() {
  const [catalogue, words] = await Promise.all([loadCases(), load("words")]);
  return { engine: await pagefindEngine(catalogue), catalogue, words, readings, spelling: () => load("spelling") };
}

let readingMap = null;
async function readings() {
  readingMap ??= load("readings").then((data) => new Map(Object.entries(data)));
  return readingMap;
}

/** Return something when the settings of this site name other libraries: only then are modules loaded that ask them. */
export const hasOtherLibraries = () => document.querySelector("[name='homare:libraries']");

/** Return what `search` finds for `raw`, with the catalogue. After a failure the next call starts anew. */
export async function find(raw) {
  const found = await start();
  try {
    return { ...(await search(raw, found)), catalogue: found.catalogue };
  } catch (error) {
    library = null;
    throw error;
  }
}

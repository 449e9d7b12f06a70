// The Pagefind engine: a term is a phrase of characters in the index of the case pages.

import { ROOT } from "./data.js";
import { indexWord, tokens } from "./tokens.js";

/** Return engine(term) → Promise<Map(case id → how often the term stands there)>. Rejects when the index is not there. */
export async function pagefindEngine(cases) {
  const idOf = new Map(cases.map((item) => [item.page, item.id]));
  const pagefind = await start();
  return async (term) => {
    const words = tokens(term).map(indexWord);
    if (words.length === 0) return new Map();
    const { results } = await pagefind.search(`"${words.join(" ")}"`);
    return new Map(results.map((result) => [idOf.get(result.id), result.words.length / words.length]));
  };
}

// On the page, not in a worker: that would load a second copy of the library, and a search takes a few milliseconds.
async function start() {
  const silence = (event) => event.preventDefault(); // Pagefind also rejects a promise that nobody can catch
  addEventListener("unhandledrejection", silence);
  try {
    const { createInstance } = await import(new URL("pagefind/pagefind.js", ROOT).href);
    const instance = createInstance({ noWorker: true, exactDiacritics: true, language: "und" });
    await instance.init();
    await instance.search('"産"');
    return instance;
  } finally {
    setTimeout(() => removeEventListener("unhandledrejection", silence));
  }
}

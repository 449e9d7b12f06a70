// The Pagefind engine: a term is a phrase of characters in the index of the case pages.

import { ROOT } from "./data.js";
import { placeWeight } from "./ranking.js";
import { indexWord, tokens } from "./tokens.js";

/**
 * Return engine(term) → Promise<Map(case id → how often the term stands there)>. Both promises reject when files of the
 * index cannot be loaded; then only a new engine helps.
 */
export async function pagefindEngine(cases) {
  const caseOf = new Map(cases.map((item) => [item.page, item]));
  const files = watchIndexFiles();
  const pagefind = await start();
  return async (term) => {
    const words = tokens(term).map(indexWord);
    if (words.length === 0) return new Map();
    const { results } = await pagefind.search(`"${words.join(" ")}"`);
    if (files.missing) throw new Error("a file of the search index is missing");
    return new Map(results.map((result) => {
      const { id, length } = caseOf.get(result.id);
      return [id, result.words.reduce((sum, at) => sum + placeWeight(at, length), 0) / words.length];
    }));
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
    await instance.search("\u2027"); // init does not wait for the WebAssembly; a search does
    return instance;
  } finally {
    setTimeout(() => removeEventListener("unhandledrejection", silence));
  }
}

// Pagefind goes on without a file that does not load, and then finds the wrong cases. Its requests are the only sign.
function watchIndexFiles() {
  const files = { missing: false };
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, options) => {
    const answer = plainFetch(input, options);
    if (String(input).endsWith(".pf_index")) {
      answer.then(({ ok }) => { files.missing ||= !ok; }, () => { files.missing = true; });
    }
    return answer;
  };
  return files;
}

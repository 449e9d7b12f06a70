// The Pagefind engine: a term is a phrase of characters in the index of the case pages, which bear their place in
// cases.json as name.

import { MANY_CASES, ROOT } from "./data.js";
import { indexWord, placeWeight, tokens } from "./tokens.js";

/**
 * Return engine(term) → Promise<Map(case id → weight of the term there)>. Both promises reject when files of the
 * index cannot be loaded; then only a new engine helps.
 */
export async function pagefindEngine(cases) {
  const files = watchIndexFiles();
  const pagefind = await start();
  const weightsOf = async (words) => { // of the single words: a phrase always scores 1
    const { results } = await pagefind.search(words.join(" "));
    return new Map(results.map((result) => [result.id, result.score]));
  };
  return async (term) => {
    const words = tokens(term).map(indexWord);
    if (words.length === 0) return new Map();
    const { results } = await pagefind.search(`"${words.join(" ")}"`);
    if (files.missing) throw new Error("a file of the search index is missing");
    const weights = results.length > 1 && cases.length <= MANY_CASES ? await weightsOf(words) : new Map();
    return new Map(results.map((result) => {
      const { id, length } = cases[result.id];
      return [id, placeWeight(Math.min(...result.words), length) * (1 + (weights.get(result.id) ?? 0))];
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

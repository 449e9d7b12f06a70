// The Pagefind engine: a term is a phrase of characters in the index of the case pages, which bear the mark of their
// library and their place in its cases.json as name: 「1f2e3d4c/12」.

import { MANY_CASES, ROOT } from "./data.js";
import { indexWord, placeWeight, tokens } from "./tokens.js";

/**
 * Return engine(term) → Promise<Map(case id → weight of the term there)>. Both promises reject when files of the
 * index cannot be loaded; then only a new engine helps.
 */
export async function pagefindEngine({ cases }) {
  let missing;
  watchIndexFiles(ROOT, () => { missing = true; });
  const answer = engineOver(await startPagefind(), (name) => cases[name.split("/")[1]], cases.length);
  return async (term) => {
    const found = await answer(term);
    if (missing) throw new Error("no index file");
    return found;
  };
}

/**
 * Return engine(term) over a Pagefind instance. `itemOf` maps a page's name to its case; `size` is how many there are.
 */
export function engineOver(pagefind, itemOf, size) {
  const weightsOf = async (words) => { // of the single words: a phrase always scores 1
    const { results } = await pagefind.search(words.join(" "));
    return new Map(results.map((result) => [result.id, result.score]));
  };
  return async (term) => {
    const words = tokens(term).map(indexWord);
    if (words.length === 0) return new Map();
    const { results } = await pagefind.search(`"${words.join(" ")}"`);
    const weights = results.length > 1 && size <= MANY_CASES ? await weightsOf(words) : new Map();
    return new Map(results.map((result) => {
      const { id, length } = itemOf(result.id);
      return [id, placeWeight(Math.min(...result.words), length) * (1 + (weights.get(result.id) ?? 0))];
    }));
  };
}

/**
 * Return a new Pagefind instance with our index. On the page, not in a worker: that would load a second copy of the
 * library, and a search takes a few milliseconds.
 */
export async function startPagefind() {
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

/**
 * Call `lost` when a file of the index under `root` does not load. Pagefind goes on without it and then finds the wrong
 * cases; its requests are the only sign.
 */
export function watchIndexFiles(root, lost) {
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, options) => {
    const answer = plainFetch(input, options);
    if (new URL(input, location).href.startsWith(`${root}pagefind/`)) answer.then(({ ok }) => ok || lost(), lost);
    return answer;
  };
}

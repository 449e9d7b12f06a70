// Cases of other libraries: their Pagefind indexes are merged into one, which is searched beside ours with the same words.
//
// They stand on other hosts, so nothing here may hold up or break the search of our own cases: it has an instance of
// Pagefind for itself, and a library that does not answer, or answers too late, is left out and named.

import { ROOT, loadCases } from "./data.js";
import { engineOver, startPagefind, watchIndexFiles } from "./pagefind_engine.js";
import { search } from "./search.js";

const LONGEST = 8_000; // milliseconds that another host has for a file
const silent = new Set(); // the libraries that did not answer; asked again on the next page
const OURS = { id: "ours", length: 0 }; // the merged index holds our cases too; they are shown already
let merging = null;

/** Return the libraries that the settings name, [{name, root}], without ours: a network may give all its sites one list. */
function otherLibraries() {
  const named = JSON.parse(document.querySelector('meta[name="homare:libraries"]').content);
  const all = named.map(({ name, url }) => ({ name, root: new URL(url, location.href).href }));
  return all.filter(({ root }) => root !== ROOT.href);
}

/**
 * Return what the other libraries hold for the reader's `raw` query, or null when there are none.
 *
 * `own` is the library of service.js: its synonyms and readings serve for all. The result is {hits, marks, notices,
 * items, silent}: `items` are the cases in rank order, each with `library` {name, root}, the `root`
 * and the id that it bears there as `page`; `silent` names the libraries without an answer.
 */
export async function searchElsewhere(raw, own) {
  merging ??= merge(otherLibraries(), own.catalogue);
  merging.catch(() => { merging = null; });
  const { engine, catalogue } = await merging;
  if (catalogue.cases.length + silent.size === 0) return null;
  const found = await search(raw, { ...own, engine, catalogue });
  const items = found.hits.map(({ id }) => catalogue.byId.get(id)).filter(({ library }) => !silent.has(library));
  return { ...found, items, silent: [...silent].map(({ name }) => name) };
}

async function merge(libraries, own) {
  const indexVersion = await versionOf(ROOT);
  const answers = await Promise.all(libraries.map((library) => casesOf(library, own.fields, indexVersion)));
  const marks = new Set([own.mark]);
  const present = answers.filter((answer) => answer && !marks.has(answer.mark) && marks.add(answer.mark));
  const cases = present.flatMap(({ library, mark, cases: theirs }) => (
    theirs.map((item, place) => ({ ...item, id: `${mark}/${place}`, page: item.id, root: library.root, library }))));
  const byId = new Map(cases.map((item) => [item.id, item]));
  const pagefind = await mergedIndex(present.map(({ library }) => library));
  const answer = engineOver(pagefind, (name) => byId.get(name) ?? OURS, cases.length);
  const engine = async (term) => {
    const found = await answer(term);
    found.delete(OURS.id);
    return found;
  };
  return { engine, catalogue: { cases, byId } };
}

/** Return {library, mark, cases}, or null for a library that does not answer or that another homare or Pagefind has made. */
async function casesOf(library, fieldsWanted, indexVersion) {
  const tooLate = new Promise((_, reject) => { setTimeout(reject, LONGEST, new Error("no answer")); });
  try {
    const [{ mark, fields, cases }, version] = await Promise.race([Promise.all([loadCases(library.root), versionOf(library.root)]), tooLate]);
    if (!mark || version !== indexVersion || !fieldsWanted.every((field) => fields.includes(field))) throw new Error("of another make");
    return { library, mark, cases };
  } catch {
    silent.add(library);
    return null;
  }
}

// Pagefind waits for ever for a file; whoever asks for one through this waits no longer than LONGEST.
function limitTime(root) {
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, options) => {
    const theirs = new URL(input, location).href.startsWith(root);
    return plainFetch(input, theirs ? { ...options, signal: AbortSignal.timeout(LONGEST) } : options);
  };
}

async function versionOf(root) {
  const response = await fetch(new URL("pagefind/pagefind-entry.json", root));
  return (await response.json()).version;
}

/** Return Pagefind over our index and those of `libraries`; one that cannot be merged would break every search. */
async function mergedIndex(libraries) {
  const pagefind = await startPagefind();
  for (const library of libraries) {
    let lost = false;
    watchIndexFiles(library.root, () => { lost = true; silent.add(library); });
    limitTime(library.root);
    const merged = pagefind.mergeIndex(new URL("pagefind", library.root).href, { exactDiacritics: true, language: "und" });
    await merged.catch(() => { lost = true; });
    if (lost) {
      silent.add(library);
      return mergedIndex(libraries.filter((other) => other !== library));
    }
  }
  return pagefind;
}

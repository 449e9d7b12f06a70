// The data files that a build writes for search (assets/search/*.json.gz), each loaded once and only when needed.

import { fetchData } from "./fetching.js";

export const ROOT = new URL("../../../", import.meta.url);
export const MANY_CASES = 500; // from here on a search spares what makes it exact to the last hit but slow
const loading = new Map();

/** Return the promise of a data file's content, of this library or of the one at `root`. A failed load is tried again on the next call. */
export function load(name, root = ROOT) {
  const address = `${root}${name}`;
  if (!loading.has(address)) {
    const file = fetchData(name, root);
    file.catch(() => loading.delete(address));
    loading.set(address, file);
  }
  return loading.get(address);
}

/** Return {mark, cases, byId, editions, prizes}: every case as an object with the fields of browser_data.py. */
export async function loadCases(root) {
  const data = await load("cases", root);
  if (!data.byId) {
    data.cases = data.cases.map((row) => Object.fromEntries(data.fields.map((field, at) => [field, row[at]])));
    data.byId = new Map(data.cases.map((item) => [item.id, item]));
  }
  return data;
}

/** Return the text of a case: [[anchor, heading, blocks], …], its sources only with `loadSources`. */
export const loadText = (id, root) => load(`text/${id}`, root);
export const loadSources = (id, root) => load(`sources/${id}`, root);

export const caseUrl = (id, anchor = "", root = ROOT) => new URL(`cases/${id}/${anchor && `#${anchor}`}`, root).href;
export const termUrl = ({ facet, key }) => new URL(`find/?${facet}=${encodeURIComponent(key)}`, ROOT).href;
export const findUrl = (query) => new URL(`find/?q=${encodeURIComponent(query)}`, ROOT).href;

// In place of search/pagefind_engine.js in the edition that opens from disk: it looks through the texts themselves.

import { loadSources, loadText } from "../search/data.js";
import { scanEngine } from "../search/scan_engine.js";

/** Return engine(term) → Promise<Map(case id → count)> over the texts of `cases`. */
export async function pagefindEngine({ cases }) {
  const texts = await Promise.all(cases.map(async ({ id, length }) =>
    [id, { length, blocks: [...await loadText(id), ...await loadSources(id)].flatMap(([, , blocks]) => blocks) }]));
  return scanEngine(new Map(texts));
}

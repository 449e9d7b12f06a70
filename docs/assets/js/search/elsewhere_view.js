// Cases of other libraries as they stand under ours: the best ones with the name of their library, and where the rest is.

import { element } from "./elements.js";
import { searchElsewhere } from "./elsewhere.js";
import { hitItem } from "./hit.js";
import { start } from "./service.js";

/**
 * Return {total, nodes} for the reader's `query`, or null when there is nothing to say. At most `most` cases are shown;
 * `chosen` picks those of the list that count; `address` is the query string that asks the other library the same.
 */
export async function elsewhere(query, most, address, chosen = (items) => items) {
  const found = await searchElsewhere(query, await start());
  const items = chosen(found?.items ?? []);
  if (items.length === 0 && !found?.silent.length) return null;
  const shown = items.slice(0, most).map((item) => namedHit(item, found.marks));
  return { total: items.length, nodes: [
    items.length > 0 && element("ol", { class: "hm-search__results" }, ...shown),
    items.length > 0 && element("ul", { class: "hm-elsewhere__libraries" }, ...libraryLinks(items, address)),
    found.silent.length > 0 && element("p", { class: "hm-elsewhere__silent" }, `${found.silent.join("、")}は、いま答えがないため、さがしていません。`),
  ].filter(Boolean) };
}

function namedHit(item, marks) {
  const { node, fill } = hitItem(item, marks);
  const link = node.querySelector("a");
  link.querySelector(".hm-hit__meta").after(element("span", { class: "hm-hit__library" }, item.library.name));
  if (new URL(item.root).origin !== location.origin) link.rel = "external noopener noreferrer";
  fill().catch(() => {}); // without its excerpt a hit still has title and place
  return node;
}

function libraryLinks(items, address) {
  const counts = new Map();
  for (const { library } of items) counts.set(library, (counts.get(library) ?? 0) + 1);
  return [...counts].map(([{ name, root }, count]) => (
    element("li", {}, element("a", { href: new URL(`find/${address}`, root).href }, `${name}でさがす（${count}件）`))));
}

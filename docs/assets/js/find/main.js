// The search page: shows the hits of the address's query, and writes what is typed into the address.

import { hitItem } from "../search/hit.js";
import { find } from "../search/service.js";
import { typedQueries } from "../search/typing.js";

const FAILED = "この環境では検索を動かせません。下の見出しからおさがしください。";

/** Make the search page work. `form` is its search form. */
export function attachFind(form) {
  const input = form.querySelector("input[type=search]");
  const results = document.querySelector("[data-results]");
  const status = document.querySelector("[data-find-status]");
  const show = async (query, isNewest) => {
    results.dataset.ready = "false";
    try {
      const { hits, marks, catalogue } = await find(query);
      if (!isNewest()) return;
      const items = hits.map((hit) => hitItem(catalogue.byId.get(hit.id), marks));
      results.replaceChildren(...items.map(({ node }) => node));
      results.dataset.total = hits.length;
      status.textContent = `「${query}」 ${hits.length}件`;
      items.slice(0, 10).forEach(({ fill }) => fill().catch(() => {}));
    } catch {
      status.textContent = FAILED;
    }
    results.dataset.ready = "true";
  };
  typedQueries(input, (query, isNewest) => {
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : "?");
    show(query, isNewest);
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) show(input.value, () => true);
}

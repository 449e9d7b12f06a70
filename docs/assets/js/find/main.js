// The search page: words, filters, order and view make a state; the state is the address; every change shows it anew.

import { csvText, save } from "../files.js";
import { loadCases } from "../search/data.js";
import { find, hasOtherLibraries } from "../search/service.js";
import { typedQueries } from "../search/typing.js";
import { facetBoxes } from "./filters.js";
import { readState, withTerm, writeState } from "./state.js";
import { attachMap } from "./map.js";
import { plainHits } from "./table.js";
import { pageView } from "./view.js";

const NO_DATA = "検索を動かせませんでした。つながりを確かめて開きなおすか、下の分類からさがしてください。";

/** Make the search page work. `form` is its search form. */
export async function attachFind(form) {
  const status = document.querySelector("[data-find-status]");
  const tools = document.querySelector("[data-find-tools]");
  const input = form.querySelector("input[type=search]");
  input.value = readState(location.search).query;
  let catalogue;
  try {
    catalogue = await loadCases();
  } catch {
    status.textContent = NO_DATA;
    tools.remove();
    return;
  }
  tools.querySelector("[data-filters]").open = matchMedia("(min-width: 64.01rem)").matches;
  tools.hidden = false;
  const boxes = facetBoxes(tools);
  const view = pageView({ tools, status, boxes, catalogue, change: (state) => go(state) });
  let state = readState(location.search);
  let newest = 0;
  let typing = false; // the first letter makes an entry of the history, the others change it

  async function show() {
    const number = (newest += 1);
    view.waiting();
    const found = state.query.trim() ? await find(state.query).catch(() => null) : undefined;
    if (number !== newest) return;
    view.show(state, found);
    if (hasOtherLibraries()) import("./elsewhere.js").then((others) => others.showElsewhere(tools, state, () => number === newest));
  }
  function go(next, isTyped = false) {
    const address = writeState(next);
    const how = address === location.search || (isTyped && typing) ? "replace" : "push";
    typing = isTyped;
    state = next;
    history[`${how}State`](null, "", address || location.pathname);
    if (input.value.trim() !== state.query.trim()) input.value = state.query;
    return show();
  }

  typedQueries(input, (query) => go({ ...state, query }, true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...state, query: input.value }).then(() => document.querySelector("#results").focus());
  });
  boxes.onTick((facet, key, on) => go(withTerm(state, facet, key, on)));
  tools.querySelector("[data-sort]").addEventListener("change", (event) => go({ ...state, sort: event.target.value }));
  for (const button of tools.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => go({ ...state, view: button.dataset.view }));
  }
  attachMap(tools.querySelector("[data-map]"), (code) => go(withTerm(state, "prefecture", code, !state.filters.get("prefecture").has(code))));
  tools.querySelector("[data-csv]").addEventListener("click", () => save("homare.csv", "text/csv", csvText(plainHits(view.items(), boxes.labelOf))));
  addEventListener("popstate", () => {
    state = readState(location.search);
    typing = false;
    input.value = state.query;
    show();
  });
  // When a browser goes back to this page the list is not there yet, and then it could not lead to where the reader was.
  history.scrollRestoration = "manual";
  const keepPlace = () => history.replaceState({ top: scrollY }, "");
  addEventListener("click", (event) => { if (event.target.closest("a[href]")) keepPlace(); }, { capture: true });
  addEventListener("pagehide", keepPlace);
  addEventListener("scrollend", keepPlace); // Chromium takes no note when a page is hidden to be loaded again
  const top = history.state?.top;
  show().then(() => { if (top) scrollTo({ top, behavior: "instant" }); });
}

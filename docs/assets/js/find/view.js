// What the search page shows for a state: numbers on the boxes, chips, the hits in the chosen view, and advice.

import { noticeNodes, offerNodes } from "../search/advice.js";
import { element } from "../search/elements.js";
import { hitItem } from "../search/hit.js";
import { showChips } from "./filters.js";
import { showMap } from "./map.js";
import { filtered, ordered, sortInEffect, termCounts, ticked, withoutFilters, withTerm } from "./state.js";
import { hitTable } from "./table.js";

const PAGE = 60;
const NO_WORDS = "言葉での検索を動かせませんでした。つながりを確かめて、開きなおしてください。絞り込みと、下の分類は使えます。";

/** Return {waiting(), show(state, found), items()}; `change(state)` is called when something shown is acted on. */
export function pageView({ tools, status, boxes, catalogue, change }) {
  const part = (name) => tools.querySelector(`[data-${name}]`);
  const results = part("results");
  const list = resultList(results, part("more"));
  let shown = [];

  function show(state, found) {
    const answer = found ?? { hits: [], marks: [], notices: [], offers: [], terms: [] };
    const inQuery = state.query.trim() && found ? answer.hits.map(({ id }) => catalogue.byId.get(id)) : catalogue.cases;
    const sort = sortInEffect(state);
    shown = ordered(filtered(inQuery, state.filters), sort);
    const counts = termCounts(inQuery, state.filters);
    boxes.update(state, counts);
    showChips(part("chips"), state, boxes.labelOf, {
      remove: (facet, key) => change(withTerm(state, facet, key, false)),
      clear: () => change(withoutFilters(state)),
    });
    list.show(shown, answer.marks);
    showView(state, counts);
    showAdvice(state, answer, inQuery);
    part("sort").value = sort;
    part("find-total").textContent = `${shown.length}件`;
    part("filters-on").textContent = ticked(state).length ? `（${ticked(state).length}）` : "";
    part("csv").disabled = shown.length === 0;
    status.textContent = found === null ? NO_WORDS : sentence(state, shown.length, catalogue.cases.length);
    results.dataset.ready = "true";
  }

  function showView({ view, ...state }, counts) {
    for (const button of tools.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", button.dataset.view === view);
    results.hidden = view === "table";
    part("table").hidden = view !== "table" || shown.length === 0;
    part("map").hidden = view !== "map";
    part("table").replaceChildren(...(view === "table" ? [hitTable(shown, boxes.labelOf)] : []));
    if (view === "map") showMap(part("map"), { view, ...state }, counts.get("prefecture"), boxes.labelOf);
  }

  function showAdvice(state, answer, inQuery) {
    const nodes = shown.length ? noticeNodes(answer.notices) : emptyNodes(state, answer, inQuery); // the notices speak of what is shown
    part("advice").replaceChildren(...nodes);
    part("advice").hidden = nodes.length === 0;
  }

  function emptyNodes(state, answer, inQuery) {
    if (inQuery.length === 0) {
      return [element("p", {}, `「${state.query.trim()}」を含む事例は見つかりませんでした。言葉を短くするか、別の言い方でお試しください。`), ...offerNodes(answer)];
    }
    const dropped = ticked(state).map(({ facet, key }) => {
      const without = withTerm(state, facet, key, false);
      const button = element("button", { type: "button", class: "hm-button" }, `「${boxes.labelOf(facet, key)}」を外す（${filtered(inQuery, without.filters).length}件）`);
      button.addEventListener("click", () => change(without));
      return button;
    });
    const fits = answer.notices.some(({ kind }) => kind !== "words") ? "に合う" : "を含む"; // found by other words than these
    const why = state.query.trim() ? `「${state.query.trim()}」${fits}事例は${inQuery.length}件ありますが、` : "";
    return [element("p", {}, `${why}この絞り込みに合う事例はありません。`), element("p", { class: "hm-advice__drop" }, ...dropped)];
  }

  return { show, items: () => shown, waiting: () => { results.dataset.ready = "false"; } };
}

function sentence(state, count, total) {
  const words = state.query.trim() ? `「${state.query.trim()}」` : "";
  const filters = ticked(state).length;
  if (!words && !filters) return `${total}件の事例があります。言葉を入れるか、絞り込みを選んでください。`;
  return `${[words, filters && `絞り込み${filters}つ`].filter(Boolean).join("と")}に合う事例：${count}件`;
}

function resultList(root, more) {
  let waiting = [];
  let marks = [];
  const fillers = new WeakMap();
  const inView = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      inView.unobserve(target);
      fillers.get(target)().catch(() => {}); // without its excerpt a hit still has title and place
    }
  }, { rootMargin: "20%" });
  const append = () => {
    const made = waiting.splice(0, PAGE).map((item) => hitItem(item, marks));
    for (const { node, fill } of made) {
      fillers.set(node, fill);
      inView.observe(node);
    }
    root.append(...made.map(({ node }) => node));
    more.hidden = waiting.length === 0;
    return made[0]?.node;
  };
  more.querySelector("button").addEventListener("click", () => append()?.querySelector("a").focus());
  return {
    show(items, found) {
      inView.disconnect();
      waiting = [...items];
      marks = found;
      root.replaceChildren();
      append();
      root.dataset.total = items.length;
    },
  };
}

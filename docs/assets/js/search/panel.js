// Live results under a search box.

import { findUrl, ROOT } from "./data.js";
import { noticeNodes, offerNodes } from "./advice.js";
import { element } from "./elements.js";
import { hitItem } from "./hit.js";
import { say } from "../say.js";
import { typedQueries } from "./typing.js";
import { find, hasOtherLibraries, start } from "./service.js";

const SHOWN = 5;
const FAILED = "検索を動かせませんでした。つながりを確かめて、ページを開きなおしてください。";

/** Make the search box `form` answer while the reader types. */
export function attachPanel(form) {
  const input = form.querySelector("[data-search-input]");
  const panel = form.querySelector("[data-search-panel]");
  if (!input || !panel) return;
  const status = element("p", { class: "hm-search__status" });
  panel.append(status);
  const show = (...nodes) => {
    panel.replaceChildren(status, ...nodes);
    panel.hidden = false;
    say(status.textContent);
  };
  const hide = () => { panel.hidden = true; };
  const isLeft = () => !form.contains(document.activeElement); // an answer that comes late opens over the page

  start().catch(() => {}); // said when the reader searches
  const ask = typedQueries(input, async (query, isNewest) => {
    if (!query.trim()) return hide();
    try {
      const result = await find(query);
      if (!isNewest() || isLeft()) return;
      show(...describe(query, result, status));
      if (hasOtherLibraries()) import("./elsewhere_panel.js").then((others) => others.addElsewhere(query, panel, isNewest));
    } catch {
      status.textContent = FAILED;
      if (isNewest() && !isLeft()) show(element("a", { class: "hm-search__all", href: new URL("find/", ROOT).href }, "課題や地域の一覧からもさがせます"));
    }
  });
  closeWhenLeft(form, input, hide);
  walkWithArrows(form, input, panel);
  if (input.value.trim()) ask(); // typed while this module was loading
}

function describe(query, { hits, marks, notices, offers, terms, catalogue }, status) {
  if (hits.length === 0) {
    status.textContent = `「${query.trim()}」を含む事例は見つかりませんでした。`;
    return [element("div", { class: "hm-advice" }, ...offerNodes({ offers, terms }))];
  }
  status.textContent = hits.length > SHOWN ? `${hits.length}件のうち${SHOWN}件` : `${hits.length}件`;
  const items = hits.slice(0, SHOWN).map((hit) => hitItem(catalogue.byId.get(hit.id), marks));
  items.forEach(({ fill }) => fill().catch(() => {}));
  const list = element("ol", { class: "hm-search__results" }, ...items.map(({ node }) => node));
  const said = notices.length > 0 ? [element("div", { class: "hm-advice" }, ...noticeNodes(notices))] : [];
  if (hits.length <= SHOWN) return [...said, list];
  const all = element("a", { class: "hm-search__all", href: findUrl(query.trim()) }, `${hits.length}件すべてを見る`);
  return [...said, list, all];
}

function closeWhenLeft(form, input, hide) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    hide();
    input.focus();
  });
  document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) hide(); });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) hide();
  });
}

function walkWithArrows(form, input, panel) {
  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || panel.hidden) return;
    const stops = [input, ...panel.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length].focus();
  });
}

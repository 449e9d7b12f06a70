// Add a case by search: a box, the hits under it, and a button for each.

import { element } from "../search/elements.js";
import { metaLine } from "../search/hit.js";
import { find, start } from "../search/service.js";
import { typedQueries } from "../search/typing.js";

const SHOWN = 6;
const FAILED = "検索を動かせませんでした。つながりを確かめて、ページを開きなおしてください。";

/** Fill `root` with a search box; `add(id)` is called for the case that the reader takes, `isIn(id)` says what is in. */
export function attachPicker(root, { label, isIn, add }) {
  const input = element("input", { type: "search", class: "hm-search__input hm-picker__input", autocomplete: "off", placeholder: "言葉でさがして足す" });
  const status = element("p", { class: "hm-search__status", role: "status" });
  const list = element("ul", { class: "hm-picker__hits" });
  const more = element("button", { type: "button", class: "hm-button hm-picker__more", hidden: true }, "続きを見る");
  root.replaceChildren(element("label", {}, element("b", {}, label), input), status, list, more);
  root.hidden = false;
  let shown = [];
  let most = SHOWN;
  input.addEventListener("focus", () => start().catch(() => {}), { once: true });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) event.preventDefault(); });

  const show = () => {
    list.replaceChildren(...shown.slice(0, most).map((item) => hitRow(item, isIn(item.id), (event) => {
      add(item.id, item.title);
      status.textContent = `「${item.title}」を入れました。`;
      show();
      if (event.detail === 0) input.focus(); // by keyboard: the button that was pressed is no longer there
    })));
    more.hidden = shown.length <= most;
  };
  const count = () => `${shown.length}件${shown.length > most ? `のうち${most}件` : ""}`;
  more.addEventListener("click", () => {
    const [first] = shown.slice(most);
    most += SHOWN;
    status.textContent = count();
    show();
    list.querySelector(`[data-case="${first.id}"] button`).focus();
  });
  typedQueries(input, async (query, isNewest) => {
    if (!query.trim()) {
      shown = [];
      status.textContent = "";
      return show();
    }
    try {
      const { hits, catalogue } = await find(query);
      if (!isNewest()) return;
      shown = hits.map(({ id }) => catalogue.byId.get(id));
      most = SHOWN;
      status.textContent = hits.length ? count() : "見つかりませんでした。言葉を短くしてください。";
      show();
    } catch {
      status.textContent = FAILED;
    }
  });
  return { refresh: show };
}

function hitRow(item, isIn, take) {
  const button = element("button", { type: "button", class: "hm-button", disabled: isIn, "aria-label": `${isIn ? "入っています" : "入れる"}：${item.title}` }, isIn ? "入っています" : "入れる");
  button.addEventListener("click", take);
  return element("li", { "data-case": item.id }, element("span", {}, element("b", {}, item.title), " ", element("small", {}, metaLine(item))), button);
}

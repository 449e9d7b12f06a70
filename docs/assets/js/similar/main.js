// 「自分の地域からさがす」: the form and the address say the same; the list follows at once.

import { caseUrl, load, loadCases } from "../search/data.js";
import { element, marked } from "../search/elements.js";
import { metaLine } from "../search/hit.js";
import { caseButtons } from "../basket/buttons.js";
import { attachTray } from "../basket/tray.js";
import { scorer } from "./score.js";

const PAGE = 20;
const FAILED = "事例のデータを読めませんでした。つながりを確かめて、もう一度開いてください。";
const LISTS = ["challenge", "means", "theme"];

const root = document.querySelector("[data-situation]");
const part = (name) => root.querySelector(`[data-${name}]`);
const form = part("situation-form");
const results = part("results");
const start = part("status").textContent;
let rank = null;
let waiting = [];

root.hidden = false;
attachTray();
setForm(new URLSearchParams(location.search));
form.addEventListener("change", () => update());
form.addEventListener("reset", () => setTimeout(update));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  update();
  document.querySelector("#results").focus();
});
part("more").querySelector("button").addEventListener("click", () => append()?.querySelector("a").focus());
addEventListener("popstate", () => {
  setForm(new URLSearchParams(location.search));
  show();
});
prepare();

async function prepare() {
  try {
    const [{ cases }, data] = await Promise.all([loadCases(), load("situation")]);
    rank = scorer(cases, data);
    show();
  } catch {
    part("status").textContent = FAILED;
  }
}

function update() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  show();
}

function situation() {
  const data = new FormData(form);
  return { prefecture: data.get("prefecture"), type: data.get("type"), ...Object.fromEntries(LISTS.map((name) => [name, data.getAll(name)])) };
}

function setForm(query) {
  for (const select of form.querySelectorAll("select")) {
    select.value = query.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = query.getAll(box.name).includes(box.value);
}

function show() {
  if (!rank) return;
  results.dataset.ready = "false";
  const found = rank(situation());
  waiting = [...found];
  results.replaceChildren();
  append();
  const chosen = [...new FormData(form)].some(([, value]) => value);
  part("status").textContent = !chosen ? start : found.length ? `${found.length}件に、近い理由があります。` : "重なる事例がありません。選ぶものを足してください。";
  results.dataset.total = found.length;
  results.dataset.ready = "true";
}

function append() {
  const made = waiting.splice(0, PAGE).map(nearItem);
  results.append(...made);
  part("more").hidden = waiting.length === 0;
  return made[0];
}

function nearItem({ item, reasons }) {
  return element(
    "li",
    { "data-case": item.id },
    element("a", { class: "hm-near__title", href: caseUrl(item.id) }, ...marked([[item.title]], item.breaks)),
    element("span", { class: "hm-near__meta" }, `${metaLine(item)}・${item.recipient}`),
    element("ul", { class: "hm-near__reasons" }, ...reasons.map((reason) => element("li", { "data-reason": "" }, reason))),
    element("span", { class: "hm-near__actions" }, ...caseButtons(item.id, item.title)),
  );
}

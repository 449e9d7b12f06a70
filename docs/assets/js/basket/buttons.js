// 「比較に入れる」 and 「キットに入れる」: two buttons for a case, wherever it is shown.

import { element } from "../search/elements.js";
import { onChange, read, toggle } from "./lists.js";
import { tell } from "./tray.js";

const LISTS = { compare: "比較", kit: "キット" };
const made = new Set();
let listening = false;

/** Return the two buttons for the case `id` with the title `title`. */
export function caseButtons(id, title) {
  const buttons = Object.keys(LISTS).map((list) => {
    const button = element("button", { type: "button", class: "hm-button hm-put", "data-put": list, "data-id": id });
    button.addEventListener("click", (event) => {
      event.preventDefault();
      answer(list, toggle(list, id), title);
    });
    show(button, title);
    made.add([new WeakRef(button), title]);
    return button;
  });
  if (!listening) {
    listening = true;
    onChange(showAll);
  }
  return buttons;
}

function showAll() {
  for (const entry of made) {
    const button = entry[0].deref();
    if (button) show(button, entry[1]);
    else made.delete(entry);
  }
}

function show(button, title) {
  const { put, id } = button.dataset;
  const inside = read(put).includes(id);
  button.textContent = LISTS[put] + (inside ? "から外す" : "に入れる");
  button.setAttribute("aria-label", `${button.textContent}：${title}`);
  button.classList.toggle("hm-put--in", inside);
}

function answer(list, result, title) {
  const count = `（${read(list).length}件）`;
  if (result === "full") {
    tell(list === "compare" ? "比較は4件までです。ほかの事例を外してから入れてください。" : `${LISTS[list]}に入るのは${read(list).length}件までです。`);
  } else {
    tell(`「${title}」を${LISTS[list]}${result === "added" ? "に入れました" : "から外しました"}${count}。`);
  }
}

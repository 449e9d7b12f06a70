// The filters in use, each with a button that removes it.

import { element } from "../search/elements.js";
import { ticked } from "./state.js";

/** Show the chips of `state` in the list `root`; `remove(facet, key)` and `clear()` are called by their buttons. */
export function showChips(root, state, labelOf, { remove, clear }) {
  const filters = ticked(state);
  const focused = [...root.querySelectorAll("button")].indexOf(document.activeElement);
  const chips = filters.map(({ facet, key }) => {
    const label = labelOf(facet, key);
    const button = element("button", { type: "button", class: "hm-chip", "aria-label": `「${label}」を外す` }, label);
    button.addEventListener("click", () => remove(facet, key));
    return element("li", {}, button);
  });
  if (chips.length > 1) {
    const all = element("button", { type: "button", class: "hm-chip hm-chip--all" }, "すべて外す");
    all.addEventListener("click", clear);
    chips.push(element("li", {}, all));
  }
  root.replaceChildren(...chips);
  root.hidden = chips.length === 0;
  if (focused >= 0) (root.querySelectorAll("button")[Math.min(focused, chips.length - 1)] ?? document.querySelector("#results")).focus();
}

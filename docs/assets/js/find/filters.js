// The boxes of the facets: what is ticked, how many cases each would give, and what a term is called; and a chip
// for each filter in use.

import { element } from "../search/elements.js";
import { ticked } from "./state.js";

/** Return the boxes on the page, with `labelOf(facet, key)` and `update(state, counts)`. */
export function facetBoxes(root) {
  const boxes = [...root.querySelectorAll("input[data-facet]")];
  const labels = new Map(boxes.map((box) => [`${box.dataset.facet}/${box.value}`, labelText(box)]));
  return {
    labelOf: (facet, key) => labels.get(`${facet}/${key}`) ?? key,
    onTick: (answer) => boxes.forEach((box) => box.addEventListener("change", () => answer(box.dataset.facet, box.value, box.checked))),
    update: (state, counts) => boxes.forEach((box) => updateBox(box, state, counts)),
  };
}

const labelText = (box) => box.closest("label").querySelector("[data-label]").textContent;

function updateBox(box, { filters }, counts) {
  const { facet } = box.dataset;
  const count = counts.get(facet)?.get(box.value) ?? 0;
  box.checked = filters.get(facet)?.has(box.value) ?? false;
  box.closest("label").querySelector("[data-count]").textContent = count;
  box.closest("li").classList.toggle("hm-facet__empty", count === 0 && !box.checked);
}

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

// The boxes of the facets: what is ticked, how many cases each would give, and what a term is called.

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

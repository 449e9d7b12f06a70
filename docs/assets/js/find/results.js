// The list of hits: the first of them at once, the rest on request, excerpts as they come into view.

import { hitItem } from "../search/hit.js";

const PAGE = 60;

/** Return {show(items, marks)} for the list `root` and the button paragraph `more`. */
export function resultList(root, more) {
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

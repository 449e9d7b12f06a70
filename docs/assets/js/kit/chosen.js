// The list of chosen cases, with buttons to move and drop them.

import { caseUrl } from "../search/data.js";
import { element } from "../search/elements.js";

/** Return the list item of `sheet` at `at`; `choose(ids)` takes a new order. */
export function chosenItem(sheet, at, ids, choose) {
  const button = (label, words, isOff, wanted) => {
    const made = element("button", { type: "button", class: "hm-put", "aria-label": `${words}：${sheet.title}`, disabled: isOff }, label);
    made.addEventListener("click", () => choose(wanted()));
    return made;
  };
  const moved = (to) => {
    const order = ids.filter((id) => id !== sheet.id);
    order.splice(to, 0, sheet.id);
    return order;
  };
  return element(
    "li",
    { "data-case": sheet.id },
    element("span", {}, element("a", { href: caseUrl(sheet.id) }, sheet.title), " ", element("small", {}, sheet.name)),
    element(
      "span",
      { class: "hm-column-controls" },
      button("↑", "上へ", at === 0, () => moved(at - 1)),
      button("↓", "下へ", at === ids.length - 1, () => moved(at + 1)),
      button("外す", "外す", false, () => ids.filter((id) => id !== sheet.id)),
    ),
  );
}

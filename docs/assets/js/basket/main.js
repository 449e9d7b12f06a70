// Entry on pages with cases: the buttons of the case, or of every hit in a list, and the strip.

import { element } from "../search/elements.js";
import { caseButtons } from "./buttons.js";
import { attachTray } from "./tray.js";

const article = document.querySelector("article[data-case]");
const results = document.querySelector("[data-results]");

if (article) {
  const place = article.querySelector(".hm-actions");
  const buttons = caseButtons(article.dataset.case, article.querySelector("h1").textContent);
  place?.prepend(...buttons.reverse());
  buttons[0].classList.add("hm-button--main");
}
if (results) {
  // The list is the search page's own; it comes and goes as the reader types, and each new hit gets its buttons.
  const fill = () => results.querySelectorAll(":scope > [data-case]:not(:has(.hm-hit__actions))").forEach(addButtons);
  new MutationObserver(fill).observe(results, { childList: true });
  fill();
}
if (article || results) attachTray();

function addButtons(item) {
  const title = item.querySelector(".hm-hit__title")?.textContent ?? "";
  item.append(element("span", { class: "hm-hit__actions" }, ...caseButtons(item.dataset.case, title)));
}

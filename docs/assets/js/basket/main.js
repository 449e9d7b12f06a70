// Entry on pages with one case: its two buttons, and the strip.

import { caseButtons } from "./buttons.js";
import { attachTray } from "./tray.js";

const article = document.querySelector("article[data-case]");
if (article) {
  attachTray();
  const place = article.querySelector(".hm-actions");
  place?.prepend(...caseButtons(article.dataset.case, article.querySelector("h1").textContent));
}

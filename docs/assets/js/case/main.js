// Entry of a case page: sources that open in place, the section being read, printing.

import { attachSources } from "./sources.js";
import { markCurrentSection } from "./contents.js";
import { attachFolds, openTargets } from "./folds.js";

const article = document.querySelector("article[data-case]");
if (article) {
  attachSources(article);
  markCurrentSection(article.querySelector(".hm-toc"));
  attachFolds(article);
  openTargets(article);
}
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

// One hit as a list item: title, year and place, and an excerpt that arrives when the text has loaded.

import { caseUrl, loadText } from "./data.js";
import { element, marked } from "./elements.js";
import { bestExcerpt, markSpans, opening } from "./excerpt.js";
import { tokens } from "./tokens.js";

/** Return the line under a title: 「2020年・東京都品川区」. */
export function metaLine(item) {
  const year = item.edition === "undated" ? "受賞年は未確認" : `${item.edition}年`;
  return [year, item.place].filter(Boolean).join("・");
}

/** Return the title's parts with the hits marked. */
export function markedTitle(item, marks) {
  const spans = markSpans(item.title, marks.map(tokens).filter((phrase) => phrase.length > 0));
  const parts = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push([item.title.slice(at, start), false], [item.title.slice(start, end), true]);
    at = end;
  }
  return [...parts, [item.title.slice(at), false]].filter(([text]) => text);
}

/** Return the list item of a hit; its excerpt and the link to the best section follow as soon as they are there. */
export function hitItem(item, marks) {
  const excerpt = element("span", { class: "hm-hit__excerpt" });
  const link = element(
    "a",
    { href: caseUrl(item.id) },
    element("b", { class: "hm-hit__title" }, ...marked(markedTitle(item, marks))),
    element("span", { class: "hm-hit__meta" }, metaLine(item)),
    excerpt,
  );
  return { node: element("li", { "data-case": item.id }, link), fill: () => fillExcerpt(item, marks, link, excerpt) };
}

async function fillExcerpt(item, marks, link, excerpt) {
  const sections = await loadText(item.id);
  const found = bestExcerpt(sections, marks);
  if (!found) return excerpt.append(opening(sections));
  link.href = caseUrl(item.id, found.anchor);
  if (found.heading) excerpt.append(element("span", { class: "hm-hit__section" }, found.heading), " ");
  excerpt.append(...marked(found.parts));
}

// One case on one sheet.

import { caseUrl } from "../search/data.js";
import { element } from "../search/elements.js";
import { lineNode } from "../compare/lines.js";
import { editable } from "./editing.js";

/** Return the brief of `sheet`; `view` is the editable viewpoint, `headings` maps rows to their titles. */
export function briefNode(sheet, view, headings, changed) {
  const name = `brief-${sheet.id}`;
  return element(
    "article",
    { class: "hm-brief", "data-part": "brief", "data-case": sheet.id, "aria-labelledby": name },
    element(
      "header",
      { class: "hm-brief__head" },
      element("p", { class: "hm-brief__meta" }, sheet.meta),
      element("h3", { id: name }, element("a", { href: caseUrl(sheet.id) }, sheet.title)),
      element("p", { class: "hm-brief__by" }, sheet.recipient, ...(sheet.programme ? ["　", element("span", {}, sheet.programme)] : [])),
    ),
    element("p", { class: "hm-brief__view" }, element("b", {}, "ここを見る"), " ", ...editable("span", view, `見どころ：${sheet.title}`, changed)),
    element("p", { class: "hm-brief__summary" }, sheet.summary),
    sheet.figures.length ? element("ul", { class: "hm-keyfigures" }, ...sheet.figures.map(figureItem)) : null,
    element("div", { class: "hm-brief__rows" }, ...sheet.brief.map(([row, lines]) => rowNode(sheet, row, lines, headings))),
  );
}

const figureItem = ([value, unit, label]) => element(
  "li",
  {},
  element("b", {}, element("span", { class: "hm-num" }, value), element("small", {}, unit)),
  " ",
  element("span", {}, label),
);

function rowNode(sheet, row, lines, headings) {
  const isReading = row === "conditions";
  const mark = isReading ? [" ", element("span", { class: "hm-note-mark" }, "編集部の整理")] : [];
  return element("section", { "data-row": row }, element("h4", {}, headings.get(row), ...mark), ...lines.map((line) => lineNode(sheet, line, { isReading })));
}

// The hits as a table on the page, and as a file for Excel.

import { caseUrl } from "../search/data.js";
import { element } from "../search/elements.js";

const names = (facet, item, labelOf) => item[facet].map((key) => labelOf(facet, key)).join("、");

export function hitTable(items, labelOf) {
  const head = ["事例", "受賞者", "地域", "受賞年", "賞", "課題", "手法"].map((name) => element("th", { scope: "col" }, name));
  const rows = items.map((item) => element(
    "tr", {},
    element("th", { scope: "row" }, element("a", { href: caseUrl(item.id) }, item.title)),
    element("td", {}, item.recipient),
    element("td", {}, item.place || "未確認"),
    element("td", {}, labelOf("edition", item.edition)),
    element("td", {}, labelOf("prize", item.prize)),
    element("td", {}, names("challenge", item, labelOf) || "記録なし"),
    element("td", {}, names("method", item, labelOf) || "記録なし"),
  ));
  return element("table", { class: "hm-hits" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
}

const COLUMNS = [
  ["id", (item) => item.id],
  ["題名", (item) => item.title],
  ["取組の正式名称", (item) => item.programme],
  ["受賞者", (item) => item.recipient],
  ["地域", (item) => item.place],
  ["受賞年", (item) => (item.edition === "undated" ? "" : item.edition)],
  ["賞", (item, labelOf) => (item.prize === "unknown" ? "" : labelOf("prize", item.prize))],
  ["立場", (item, labelOf) => labelOf("type", item.type)],
  ["課題", (item, labelOf) => names("challenge", item, labelOf)],
  ["手法", (item, labelOf) => names("method", item, labelOf)],
  ["テーマ", (item, labelOf) => names("theme", item, labelOf)],
  ["業種", (item, labelOf) => names("industry", item, labelOf)],
  ["アドレス", (item) => caseUrl(item.id)],
];

/** Return the hits as rows of cells, heads first. */
export const plainHits = (items, labelOf) => [COLUMNS.map(([name]) => name), ...items.map((item) => COLUMNS.map(([, value]) => value(item, labelOf)))];

// The hits as a table: one row each, to compare and to copy.

import { caseUrl } from "../search/data.js";
import { element } from "../search/elements.js";

/** Return the table of `items`; `labelOf(facet, key)` names terms. */
export function hitTable(items, labelOf) {
  const names = (facet, keys) => keys.map((key) => labelOf(facet, key)).join("、") || "記録なし";
  const head = ["事例", "受賞者", "地域", "受賞年", "賞", "課題", "手法"].map((name) => element("th", { scope: "col" }, name));
  const rows = items.map((item) => element(
    "tr", {},
    element("th", { scope: "row" }, element("a", { href: caseUrl(item.id) }, item.title)),
    element("td", {}, item.recipient),
    element("td", {}, item.place || "未確認"),
    element("td", {}, labelOf("edition", item.edition)),
    element("td", {}, labelOf("prize", item.prize)),
    element("td", {}, names("challenge", item.challenge)),
    element("td", {}, names("method", item.method)),
  ));
  return element("table", { class: "hm-hits" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
}

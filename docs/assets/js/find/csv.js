// The hits as a file for Excel: UTF-8 with a mark at the start, CRLF, no cell that Excel would run as a formula.

import { caseUrl } from "../search/data.js";

const COLUMNS = [
  ["id", (item) => item.id],
  ["題名", (item) => item.title],
  ["取組の正式名称", (item) => item.programme],
  ["受賞者", (item) => item.recipient],
  ["地域", (item) => item.place],
  ["受賞年", (item) => (item.edition === "undated" ? "" : item.edition)],
  ["賞", (item, labelOf) => (item.prize === "unknown" ? "" : labelOf("prize", item.prize))],
  ["立場", (item, labelOf) => labelOf("type", item.type)],
  ["課題", (item, labelOf) => item.challenge.map((key) => labelOf("challenge", key)).join("、")],
  ["手法", (item, labelOf) => item.method.map((key) => labelOf("method", key)).join("、")],
  ["テーマ", (item, labelOf) => item.theme.map((key) => labelOf("theme", key)).join("、")],
  ["業種", (item, labelOf) => item.industry.map((key) => labelOf("industry", key)).join("、")],
  ["アドレス", (item) => caseUrl(item.id)],
];

/** Return the text of the CSV file for `items`. */
export function csvText(items, labelOf) {
  const rows = [COLUMNS.map(([name]) => name), ...items.map((item) => COLUMNS.map(([, value]) => value(item, labelOf)))];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value) {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hand the reader `text` as a file. */
export function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

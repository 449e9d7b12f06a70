// The columns of a comparison: the page holds the rows with their heads, each case adds a cell to every row.

import { caseUrl } from "../search/data.js";
import { element } from "../search/elements.js";
import { cellNode, NOT_RECORDED, usedNumbers } from "./lines.js";

/** Fill `table` with `sheets`; `controls(sheet, at)` returns the buttons of a column, for the row that takes them. */
export function fillTable(table, sheets, { controls = () => [], most = Infinity, dropEmpty = false } = {}) {
  const heads = table.querySelector("[data-heads]");
  heads.replaceChildren(heads.firstElementChild, ...sheets.map((sheet, at) => element(
    "th",
    { scope: "col", "data-case": sheet.id },
    element("a", { href: caseUrl(sheet.id) }, sheet.title),
  )));
  const buttons = table.querySelector("[data-controls]");
  buttons?.replaceChildren(buttons.firstElementChild, ...sheets.map((sheet, at) => element("td", {}, ...controls(sheet, at))));
  for (const row of table.querySelectorAll("tr[data-row]")) {
    const name = row.dataset.row;
    row.replaceChildren(row.firstElementChild, ...sheets.map((sheet) => cellNode(sheet, name, most)));
    if (dropEmpty) row.hidden = sheets.every((sheet) => !sheet.rows[name]);
  }
}

/** Return the comparison as rows of plain text, heads first; each line of a cell carries its source numbers. */
export function plainTable(table, sheets) {
  const heads = ["項目", ...sheets.map((sheet) => sheet.title)];
  const rows = [...table.querySelectorAll("tr[data-row]")].map((row) => [
    headOf(row),
    ...sheets.map((sheet) => plainCell(sheet.rows[row.dataset.row])),
  ]);
  return [heads, ...rows, ["出典", ...sheets.map(plainSources)], ["アドレス", ...sheets.map((sheet) => caseUrl(sheet.id))]];
}

/** Return what the rows of a table, or of a frame that holds one, are called: row → heading. */
export const headingsOf = (frame) => new Map([...frame.querySelectorAll("tr[data-row]")].map((row) => [row.dataset.row, headOf(row)]));

const headOf = (row) => row.firstElementChild.firstChild.textContent.trim();

function plainCell(lines) {
  if (!lines) return NOT_RECORDED;
  return lines.map(([text, numbers, note]) => text + (note ? `［${note}］` : "") + (numbers.length ? `［${numbers.join("、")}］` : "")).join("\n");
}

function plainSources(sheet) {
  const used = usedNumbers(sheet);
  return sheet.sources.filter(([number]) => used.has(number)).map(([number, , title, publisher, published, url]) =>
    `[${number}] ${[title, publisher, published, url].filter(Boolean).join("、")}`).join("\n");
}

// Tables that the stylesheet folds on narrow screens stay tables to assistive software: some browsers take the meaning
// away with the display. On wide screens the elements say it themselves.

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
const parts = "table, thead, tbody, tfoot, tr, th, td";
const WIDTHS = ["44rem", "52rem", "64rem"]; // at which one table or another folds

function nameParts() {
  for (const table of document.querySelectorAll(".hm-page table")) {
    const isFolded = getComputedStyle(table).display !== "table";
    for (const part of [table, ...table.querySelectorAll(parts)]) {
      if (isFolded) part.setAttribute("role", roleOf(part));
      else part.removeAttribute("role");
    }
  }
}

const roleOf = (part) => ROLES[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader");

for (const width of WIDTHS) matchMedia(`(max-width: ${width})`).addEventListener("change", nameParts);
nameParts();

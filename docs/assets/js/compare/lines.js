// The lines of a case sheet as elements: text with its source marks.

import { element } from "../search/elements.js";
import { sourceUrl } from "./sheets.js";

export const NOT_RECORDED = "記録なし";

/** Return a paragraph for a line [text, source numbers, note]; a note that stands for the whole row is left out. */
export function lineNode(sheet, [text, numbers, note], { isReading = false } = {}) {
  const marks = numbers.map((number) => element("a", { class: "hm-cite", href: sourceUrl(sheet, number), "aria-label": `出典${number}` }, String(number)));
  const noted = note && !isReading ? [" ", element("span", { class: "hm-note-mark" }, note)] : [];
  return element("p", {}, text, ...marks, ...noted);
}

/** Return the cell of a row; `most` lines at most, then how many more there are. */
export function cellNode(sheet, row, most = Infinity) {
  const lines = sheet.rows[row] ?? [];
  if (lines.length === 0) return element("td", {}, element("p", { class: "hm-unrecorded" }, NOT_RECORDED));
  const shown = lines.slice(0, most).map((line) => lineNode(sheet, line, { isReading: row === "conditions" }));
  const more = lines.length > most ? [element("p", { class: "hm-more" }, `ほか${lines.length - most}件`)] : [];
  return element("td", {}, ...shown, ...more);
}

/** Return the sources of a sheet as a list; only those numbers that `used` holds, where it is given. */
export function sourceList(sheet, used = null) {
  const shown = sheet.sources.filter(([number]) => !used || used.has(number));
  return element("ol", { class: "hm-kitsources" }, ...shown.map(([number, , title, publisher, published, url, grade]) => {
    const words = ` ${[publisher, published].filter(Boolean).join("、")}（${grade}）`;
    const link = url ? [" ", element("a", { href: url, rel: "external noopener noreferrer" }, readable(url))] : [];
    return element("li", { value: number }, element("cite", {}, title), words, ...link);
  }));
}

/** Return an address as people read it: with its characters, where it holds their codes. */
export function readable(url) {
  try {
    return decodeURI(url).replace(/\s/gu, encodeURIComponent);
  } catch {
    return url;
  }
}

/** Return the source numbers that the rows of a sheet name. */
export const usedNumbers = (sheet) => new Set(Object.values(sheet.rows).flat().flatMap(([, numbers]) => numbers));

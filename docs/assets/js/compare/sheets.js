// Case sheets: what the build says of each case for comparing and for kits (model/sheet_data.py).

import { caseUrl, load, loadCases } from "../search/data.js";

/** Return {sheets, missing}: the sheets of `ids` in their order, and the ids that the library does not have. */
export async function loadSheets(ids) {
  const { byId } = await loadCases();
  const known = ids.filter((id) => byId.has(id));
  return { sheets: await Promise.all(known.map((id) => load(`sheet/${id}`))), missing: ids.filter((id) => !byId.has(id)) };
}

/** Return the sentence that names what is missing, or "". */
export function missingWords(missing, left) {
  if (missing.length === 0) return "";
  const rest = left > 0 ? `残りの${left}件を表示しています。` : "";
  return `次の事例は見つかりませんでした。名前が変わったか、取り下げられています：${missing.join("、")}。${rest}`;
}

/** Return the address of a source on its case page. */
export function sourceUrl(sheet, number) {
  const source = sheet.sources.find(([own]) => own === number);
  return caseUrl(sheet.id, source ? `source-${source[1]}` : "sources");
}

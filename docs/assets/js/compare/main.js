// The compare page: the address says which cases; what the reader changes goes into the address and the list.

import { keepingFocus } from "../focus.js";
import { tell } from "../say.js";
import { element } from "../search/elements.js";
import { attachPicker } from "../basket/picker.js";
import { builderUrl, caseQuery, cleanIds, MOST_COMPARED, read, write } from "../basket/lists.js";
import { csvText, fileName, save } from "../files.js";
import { sourceList, usedNumbers } from "./lines.js";
import { loadSheets, missingWords } from "./sheets.js";
import { fillTable, plainTable } from "./table.js";
import { xlsx, XLSX } from "./xlsx.js";

const FULL = "比べられるのは4件までです。どれかを外してから足してください。";
const TOO_FEW = "もう1件足すと、横に並べて比べられます。";
const NONE_LEFT = "比べる事例がなくなりました。下の欄から足してください。";
const FAILED = "事例のデータを読めませんでした。つながりを確かめて、もう一度開いてください。";

const part = (name) => document.querySelector(`[data-${name}]`);
const table = part("comparison").querySelector("table");
const asked = new URLSearchParams(location.search).getAll("case");
let ids = asked.length ? cleanIds(asked) : read("compare");
let missing = asked.filter((id) => !cleanIds([id]).length);
let sheets = [];

const picker = attachPicker(part("picker"), { label: "事例を足す", isIn: (id) => ids.includes(id), add: (id) => change([...ids, id]) });
part("csv").addEventListener("click", () => save(fileName("事例の比較", "csv"), "text/csv", csvText(plainTable(table, sheets))));
part("xlsx").addEventListener("click", () => save(fileName("事例の比較", "xlsx"), XLSX, xlsx("比較", plainTable(table, sheets))));
part("comparison").querySelector("[data-print]").addEventListener("click", () => print());
addEventListener("popstate", () => {
  ids = cleanIds(new URLSearchParams(location.search).getAll("case"));
  write("compare", ids);
  show();
});
if (!asked.length && ids.length) history.replaceState(null, "", caseQuery(ids)); // so that the way back leads here again
show();

function change(wanted) {
  const had = ids.length;
  if (wanted.length > MOST_COMPARED) {
    notice(FULL);
    return;
  }
  ids = cleanIds(wanted);
  missing = [];
  write("compare", ids);
  history.pushState(null, "", caseQuery(ids) || location.pathname);
  show(had > 0 && ids.length === 0 ? NONE_LEFT : "");
}

/** Show the cases; `empty` is said where there are none. */
async function show(empty = "") {
  try {
    const loaded = await loadSheets(ids);
    sheets = loaded.sheets.slice(0, MOST_COMPARED);
    missing.push(...loaded.missing.filter((id) => !missing.includes(id)));
    const over = loaded.sheets.length > MOST_COMPARED ? [`${FULL}はじめの4件を表示しています。`] : [];
    ids = sheets.map((sheet) => sheet.id);
    keepingFocus(table, () => fillTable(table, sheets, { controls }), () => part("picker").querySelector("input"));
    part("sources").replaceChildren(...sheets.map((sheet) => element("div", {}, element("h3", {}, sheet.title), sourceList(sheet, usedNumbers(sheet)))));
    notice([missingWords(missing, sheets.length), ...over, sheets.length === 1 ? TOO_FEW : "", sheets.length === 0 ? empty : ""].filter(Boolean).join(" "));
  } catch {
    notice(FAILED);
  }
  part("comparison").hidden = sheets.length === 0;
  document.documentElement.classList.toggle("has-query", sheets.length > 0); // no room is kept for nothing
  part("to-kit").href = builderUrl(ids);
  table.style.setProperty("--hm-columns", sheets.length);
  picker.refresh();
}

const notice = (sentence) => tell(part("notice"), sentence);

function controls(sheet, at) {
  const button = (label, words, isOff, act) => {
    const made = element("button", { type: "button", class: "hm-put", "aria-label": `${words}：${sheet.title}`, disabled: isOff }, label);
    made.addEventListener("click", act);
    return made;
  };
  return [element(
    "span",
    { class: "hm-column-controls" },
    button("←", "左へ", at === 0, () => change(swapped(at, at - 1))),
    button("→", "右へ", at === sheets.length - 1, () => change(swapped(at, at + 1))),
    button("外す", "外す", false, () => change(ids.filter((id) => id !== sheet.id))),
  )];
}

function swapped(from, to) {
  const moved = [...ids];
  [moved[from], moved[to]] = [moved[to], moved[from]];
  return moved;
}

// The parts of a kit as elements, like those that the build writes for a ready-made kit (pages/kit_parts.md.j2).

import { element } from "../search/elements.js";
import { sourceList } from "../compare/lines.js";
import { fillTable, headingsOf } from "../compare/table.js";
import { briefNode } from "./brief.js";
import { editable } from "./editing.js";
import { clock } from "./kit.js";

const ABREAST = 4; // cases in one comparison table
const LINES = 3; // of a cell
const NO_QUESTION = "記録が短く、問いをつくれませんでした。自分で問いを足してください。";

/** Return all parts of `kit` in order. `templates` are the page's frames; `changed(field, text)` takes an edit. */
export function kitParts(kit, templates, sourcesKey, changed) {
  const headings = headingsOf(templates.comparison.content);
  return [
    headPart(kit, changed),
    agendaPart(kit, changed),
    element("section", { class: "hm-kit__part", "aria-labelledby": "briefs" }, element("h2", { id: "briefs" }, "事例の要点"), ...kit.sheets.map((sheet) => briefNode(sheet, kit.views.get(sheet.id), headings, changed))),
    comparisonPart(kit, templates.comparison),
    questionsPart(kit, changed),
    worksheetPart(kit, templates.worksheet),
    part("sources", "出典", element("p", { class: "hm-small" }, sourcesKey), ...kit.sheets.flatMap((sheet) => [element("h3", {}, sheet.title), sourceList(sheet)])),
  ];
}

const part = (name, title, ...nodes) => element("section", { class: "hm-kit__part", "data-part": name, "aria-labelledby": `kit-${name}` }, element("h2", { id: `kit-${name}` }, title), ...nodes);

function headPart(kit, changed) {
  return element(
    "header",
    { class: "hm-kit__head" },
    element("p", { class: "hm-kit__kind" }, "研究会のキット"),
    element("h2", { class: "hm-kit__title" }, ...editable("span", kit.title, "題名", changed)),
    element("p", { class: "hm-lead" }, ...editable("span", kit.lead, "ねらい", changed)),
    element("dl", { class: "hm-facts" }, element("dt", {}, "時間"), element("dd", {}, `${kit.minutes}分`), element("dt", {}, "人数"), element("dd", {}, `${kit.people}人くらい`), element("dt", {}, "事例"), element("dd", {}, kit.sheets.map((sheet) => sheet.name).join("、"))),
  );
}

function agendaPart(kit, changed) {
  const rows = kit.steps.map((step) => element(
    "tr",
    { "data-minutes": step.minutes },
    element("td", {}, `${clock(step.start)}〜${clock(step.end)}`),
    element("td", {}, String(step.minutes)),
    element("th", { scope: "row" }, ...editable("span", step.what, "すること", changed)),
    element("td", {}, ...editable("span", step.how, "進め方", changed)),
  ));
  const head = element("tr", {}, ...["経過", "分", "すること", "進め方"].map((title) => element("th", { scope: "col" }, title)));
  const foot = element("tr", {}, element("td", {}), element("td", {}, String(kit.minutes)), element("th", { scope: "row" }, "合計"), element("td", {}));
  const table = element("table", { class: "hm-agenda", "data-minutes": kit.minutes }, element("thead", {}, head), element("tbody", {}, ...rows), element("tfoot", {}, foot));
  const prepare = kit.prepare.length
    ? [element("h3", {}, "前もって調べておいてもらうこと"), element("ul", { class: "hm-prepare" }, ...kit.prepare.map((item) => element("li", {}, ...editable("span", item, "調べておくこと", changed))))]
    : [];
  return part("agenda", `進行（${kit.minutes}分）`, element("div", { class: "hm-scroll", role: "region", tabindex: "0", "aria-label": "進行" }, table), ...prepare);
}

function comparisonPart(kit, template) {
  const made = part("comparison", "比較表");
  made.classList.add("hm-kit__part--wide");
  made.classList.toggle("hm-print-none", kit.sheets.length === 1); // its brief says the same
  for (let from = 0; from < kit.sheets.length; from += ABREAST) {
    const box = element("div", { class: "hm-compare", role: "region", tabindex: "0", "aria-label": `比較表 ${from / ABREAST + 1}` }, template.content.cloneNode(true));
    const sheets = kit.sheets.slice(from, from + ABREAST);
    fillTable(box.querySelector("table"), sheets, { most: LINES, dropEmpty: true });
    box.querySelector("table").style.setProperty("--hm-columns", sheets.length);
    made.append(box);
  }
  return made;
}

function questionsPart(kit, changed) {
  const items = kit.questions.map((question) => element(
    "li",
    { "data-cases": question.cases.join(" "), class: question.isOwn && !question.text.trim() ? "hm-kit__own" : null },
    ...editable("p", question, question.isOwn ? "自分で足す問い" : "問い", changed),
    question.basis ? element("p", { class: "hm-kit__basis" }, `もとにした記述：${question.basis}`) : null,
  ));
  const hint = kit.questions.every((question) => question.isOwn) ? [element("p", { class: "hm-note hm-print-none" }, NO_QUESTION)] : [];
  return part("questions", "討議の問い", ...hint, element("ol", { class: "hm-kit__questions" }, ...items));
}

function worksheetPart(kit, template) {
  const made = part("worksheet", "自分の地域に置き換える", template.content.cloneNode(true));
  made.classList.add("hm-worksheet");
  const answers = [...made.querySelectorAll(".hm-kit__needs thead th")].slice(1).map((heading) => heading.textContent);
  made.querySelector(".hm-kit__needs").hidden = kit.needs.length === 0;
  made.querySelector("[data-needs]").replaceChildren(...kit.needs.map(({ need, name }) => element(
    "tr",
    {},
    element("th", { scope: "row" }, need, element("small", {}, `（${name}）`)),
    ...answers.map((answer) => element("td", { "data-label": answer })),
  )));
  return made;
}

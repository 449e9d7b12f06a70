// A kit as a list of blocks, from which both Markdown and Word are written.

import { askedQuestions, clock } from "./kit.js";

/** Return blocks: {kind: "title"|"heading"|"subheading"|"text"|"small"|"list"|"numbers"|"table"|"page", …}. */
export function kitDocument(kit, frames) {
  return [
    { kind: "title", text: kit.title.text },
    { kind: "text", text: kit.lead.text },
    { kind: "text", text: `時間：${kit.minutes}分　人数：${kit.people}人くらい　事例：${kit.sheets.map((sheet) => sheet.name).join("、")}` },
    { kind: "heading", text: `進行（${kit.minutes}分）` },
    { kind: "table", widths: [16, 7, 25, 52], rows: [["経過", "分", "すること", "進め方"], ...kit.steps.map((step) => [`${clock(step.start)}〜${clock(step.end)}`, String(step.minutes), step.what.text, step.how.text])] },
    ...(kit.prepare.length ? [{ kind: "subheading", text: "前もって調べておいてもらうこと" }, { kind: "list", items: kit.prepare.map((item) => item.text).filter(Boolean) }] : []),
    ...kit.sheets.flatMap((sheet) => briefBlocks(sheet, kit.views.get(sheet.id).text, frames.headings)),
    { kind: "page" },
    { kind: "heading", text: "比較表" },
    ...chunks(kit.sheets, 4).map((sheets) => comparisonBlock(sheets, frames.headings)),
    { kind: "page" },
    { kind: "heading", text: "討議の問い" },
    { kind: "numbers", items: askedQuestions(kit).map((question) => question.text.trim()) },
    { kind: "page" },
    { kind: "heading", text: "自分の地域に置き換える" },
    ...frames.before.map(fieldBlock),
    { kind: "subheading", text: "まねる前に要るもの（事例から。編集部の整理）" },
    { kind: "table", widths: [55, 9, 11, 25], rows: [["要るもの", "ある", "つくれる", "ない。代わりに…"], ...kit.needs.map(({ need, name }) => [`${need}（${name}）`, "", "", ""])] },
    ...frames.after.map(fieldBlock),
    { kind: "page" },
    { kind: "heading", text: "出典" },
    ...kit.sheets.flatMap((sheet) => [{ kind: "subheading", text: sheet.title }, { kind: "small", items: sheet.sources.map(sourceWords) }]),
  ];
}

function briefBlocks(sheet, view, headings) {
  return [
    { kind: "page" },
    { kind: "heading", text: sheet.title },
    { kind: "text", text: [sheet.meta, sheet.recipient, sheet.programme].filter(Boolean).join("　") },
    ...(view.trim() ? [{ kind: "text", text: `ここを見る：${view.trim()}` }] : []),
    { kind: "text", text: sheet.summary },
    ...(sheet.figures.length ? [{ kind: "list", items: sheet.figures.map(([value, unit, label]) => `${label}：${value}${unit}`) }] : []),
    ...sheet.brief.flatMap(([row, lines]) => [
      { kind: "subheading", text: headings.get(row) + (row === "conditions" ? "（編集部の整理）" : "") },
      { kind: "list", items: lines.map((line) => lineWords(line, row)) },
    ]),
  ];
}

function comparisonBlock(sheets, headings) {
  const rows = [...headings].filter(([row]) => sheets.some((sheet) => sheet.rows[row])).map(([row, heading]) => [
    heading,
    ...sheets.map((sheet) => (sheet.rows[row] ?? [["記録なし", [], ""]]).slice(0, 3).map((line) => lineWords(line, row)).join("\n")),
  ]);
  return { kind: "table", widths: [12, ...sheets.map(() => 88 / sheets.length)], rows: [["項目", ...sheets.map((sheet) => sheet.title)], ...rows] };
}

function lineWords([text, numbers, note], row) {
  return text + (note && row !== "conditions" ? `（${note}）` : "") + (numbers.length ? `［${numbers.join("、")}］` : "");
}

const sourceWords = ([number, , title, publisher, published, url, grade]) => `[${number}] ${[title, publisher, published].filter(Boolean).join("、")}（${grade}）${url ? ` ${url}` : ""}`;
const fieldBlock = ({ what, hint, lines }) => ({ kind: "field", text: what, hint, lines });

function chunks(items, size) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

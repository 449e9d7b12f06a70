// A kit as a list of blocks, from which both Markdown and Word are written.

import { askedQuestions, clock } from "./kit.js";

/**
 * Return blocks: {kind: "title"|"heading"|"subheading"|"text"|"small"|"list"|"questions"|"links"|"table"|"field"|
 * "page"|"section", …}; a "section" ends pages that stand upright or, with isWide, lie across.
 *
 * `about` is {headings, before, after, address, licence, sourcesKey}: what the page says of the kit's frames, and where it is.
 */
export function kitDocument(kit, about) {
  return [
    { kind: "title", text: kit.title.text },
    { kind: "text", text: kit.lead.text },
    { kind: "text", text: `時間：${kit.minutes}分　人数：${kit.people}人くらい　事例：${kit.sheets.map((sheet) => sheet.name).join("、")}` },
    { kind: "heading", text: `進行（${kit.minutes}分）` },
    { kind: "table", widths: [16, 7, 25, 52], rows: [["経過", "分", "すること", "進め方"], ...kit.steps.map((step) => [`${clock(step.start)}〜${clock(step.end)}`, String(step.minutes), step.what.text, step.how.text])] },
    ...(kit.prepare.length ? [{ kind: "subheading", text: "前もって調べておいてもらうこと" }, { kind: "list", items: kit.prepare.map((item) => item.text).filter(Boolean) }] : []),
    ...kit.sheets.flatMap((sheet) => briefBlocks(sheet, kit.views.get(sheet.id).text, about.headings)),
    ...comparisonBlocks(kit.sheets, about.headings),
    ...questionBlocks(kit),
    { kind: "heading", text: "自分の地域に置き換える" },
    { kind: "text", text: "地域：　　　　　　　　　　　　名前：　　　　　　　　　　日付：" },
    ...about.before.map(fieldBlock),
    ...needBlocks(kit.needs),
    ...about.after.map(fieldBlock),
    { kind: "page" },
    { kind: "heading", text: "出典" },
    { kind: "links", items: [{ before: "", text: "このキットのページ", url: about.address, after: `本文の利用の条件：${about.licence}` }] },
    { kind: "small", text: about.sourcesKey },
    ...kit.sheets.flatMap((sheet) => [{ kind: "subheading", text: sheet.title }, { kind: "links", items: sheet.sources.map(sourceItem) }]),
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

/** The comparison, which lies across, up to where the upright pages go on; of one case there is none. */
function comparisonBlocks(sheets, headings) {
  if (sheets.length === 1) return [{ kind: "page" }];
  const tables = chunks(sheets, 4).flatMap((some) => [{ kind: "text", text: "" }, comparisonBlock(some, headings)]).slice(1);
  return [{ kind: "section" }, { kind: "heading", text: "比較表" }, ...tables, { kind: "section", isWide: true }];
}

function comparisonBlock(sheets, headings) {
  const rows = [...headings].filter(([row]) => sheets.some((sheet) => sheet.rows[row])).map(([row, heading]) => [
    heading,
    ...sheets.map((sheet) => (sheet.rows[row] ?? [["記録なし", [], ""]]).slice(0, 3).map((line) => lineWords(line, row)).join("\n")),
  ]);
  return { kind: "table", isWide: true, widths: [12, ...sheets.map(() => 88 / sheets.length)], rows: [["項目", ...sheets.map((sheet) => sheet.title)], ...rows] };
}

function questionBlocks(kit) {
  const items = askedQuestions(kit).map(({ text, basis }) => ({ text: text.trim(), basis: basis && `もとにした記述：${basis}` }));
  return items.length ? [{ kind: "heading", text: "討議の問い" }, { kind: "questions", items }, { kind: "page" }] : [];
}

function needBlocks(needs) {
  if (needs.length === 0) return [];
  return [
    { kind: "subheading", text: "まねる前に要るもの（事例から。編集部の整理）" },
    { kind: "table", widths: [55, 9, 11, 25], rows: [["要るもの", "ある", "つくれる", "ない。代わりに…"], ...needs.map(({ need, name }) => [`${need}（${name}）`, "", "", ""])] },
  ];
}

function lineWords([text, numbers, note], row) {
  return text + (note && row !== "conditions" ? `（${note}）` : "") + (numbers.length ? `［${numbers.join("、")}］` : "");
}

const sourceItem = ([number, , title, publisher, published, url, grade]) => ({ before: `[${number}]`, text: title, url, after: `${[publisher, published].filter(Boolean).join("、")}（${grade}）` });
const fieldBlock = ({ what, hint, lines }) => ({ kind: "field", text: what, hint, lines });

function chunks(items, size) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

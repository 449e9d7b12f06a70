// One hit as a list item: title, year and place, and the passage that shows why it was found.

import { caseUrl, loadSources, loadText } from "./data.js";
import { element, marked } from "./elements.js";
import { placedTokens, tokens } from "./tokens.js";

const LENGTH = 90; // characters
const BEFORE = 24;
const BEHIND_THE_TEXT = new Set(["sources", "notes"]);

/** Return the line under a title: 「2020年・東京都品川区」. */
export function metaLine(item) {
  const year = item.edition === "undated" ? "受賞年は未確認" : `${item.edition}年`;
  return [year, item.place].filter(Boolean).join("・");
}

export const markedTitle = ({ title }, marks) => parted(title, markSpans(title, phrasesOf(marks)));

/** Return the list item of a hit; its excerpt and the link to the best section follow as soon as they are there. */
export function hitItem(item, marks) {
  const excerpt = element("span", { class: "hm-hit__excerpt" });
  const link = element(
    "a",
    { href: caseUrl(item.page ?? item.id, "", item.root) },
    element("b", { class: "hm-hit__title" }, ...marked(markedTitle(item, marks), item.breaks)),
    element("span", { class: "hm-hit__meta" }, metaLine(item)),
    excerpt,
  );
  return { node: element("li", { "data-case": item.id }, link), fill: () => fillExcerpt(item, marks, link, excerpt) };
}

// A case of another library says where that is (`root`) and which id it bears there (`page`), see elsewhere.js.
async function fillExcerpt({ id, page = id, root }, marks, link, excerpt) {
  const sections = await loadText(page, root);
  const found = bestExcerpt(sections, marks) ?? (marks.length > 0 ? bestExcerpt(await loadSources(page, root), marks) : null);
  if (!found) return excerpt.append(opening(sections));
  link.href = caseUrl(page, found.anchor, root);
  if (found.heading) excerpt.append(element("span", { class: "hm-hit__section" }, found.heading), " ");
  excerpt.append(...marked(found.parts));
}

/** Return {anchor, heading, parts: [[text, marked], …]} for the block of `sections` that holds most of `marks`. */
function bestExcerpt(sections, marks) {
  const wanted = phrasesOf(marks);
  let best = null;
  for (const [anchor, heading, blocks] of sections) {
    for (const [at, block] of blocks.entries()) {
      if (anchor === "" && at === 0 && blocks.length > 1) continue; // the prize line
      const spans = markSpans(block, wanted);
      const variety = new Set(spans.map((span) => span.phrase)).size;
      const score = variety * 2 + (block.length > 30 ? 1 : 0) - (BEHIND_THE_TEXT.has(anchor) ? 1.5 : 0);
      if (spans.length > 0 && (best === null || score > best.score)) best = { score, anchor, heading, block, spans };
    }
  }
  return best && { anchor: best.anchor, heading: best.heading, parts: cut(best.block, best.spans) };
}

const phrasesOf = (marks) => marks.map(tokens).filter((phrase) => phrase.length > 0);

/** Return the spans of `text` where one of `phrases` (lists of tokens) stands: [{start, end, phrase}], not overlapping. */
function markSpans(text, phrases) {
  const placed = placedTokens(text);
  const spans = [];
  for (let at = 0; at < placed.length; ) {
    const phrase = phrases
      .filter((words) => words.every((word, offset) => placed[at + offset]?.token === word))
      .sort((a, b) => b.length - a.length)[0];
    if (phrase) spans.push({ start: placed[at].start, end: placed[at + phrase.length - 1].end, phrase });
    at += phrase ? phrase.length : 1;
  }
  return spans;
}

function opening([[, , blocks]]) {
  const summary = blocks.find((block) => block.length >= 100) ?? "";
  return summary.length > LENGTH ? `${summary.slice(0, wholeEnd(summary, LENGTH))}…` : summary;
}

function cut(text, spans) {
  const from = text.length <= LENGTH ? 0 : Math.max(0, Math.min(spans[0].start - BEFORE, text.length - LENGTH));
  const to = Math.max(wholeEnd(text, Math.min(text.length, from + LENGTH)), spans[0].end);
  const parts = parted(text, spans.filter(({ end }) => end <= to), from, to);
  return [from > 0 && ["…"], ...parts, to < text.length && ["…"]].filter(Boolean);
}

/** Return the end of a piece of `text` at `end` or a little before: it ends in no number and no Latin word. */
function wholeEnd(text, end) {
  const [run] = /[A-Za-z0-9.,%]*$/u.exec(text.slice(0, end));
  return end < text.length && run.length < LENGTH ? end - run.length : end;
}

/** Return `text` from `at` to `to` as [[text, marked], …], none of them empty. */
function parted(text, spans, at = 0, to = text.length) {
  const parts = [];
  for (const { start, end } of spans) {
    parts.push([text.slice(at, start)], [text.slice(start, end), true]);
    at = end;
  }
  return [...parts, [text.slice(at, to)]].filter(([piece]) => piece);
}

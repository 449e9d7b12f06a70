// The passage of a case that shows why it was found, with the hits marked, and the section that it stands in.

import { placedTokens, tokens } from "./tokens.js";

const LENGTH = 90; // characters
const BEFORE = 24;
const BEHIND_THE_TEXT = new Set(["sources", "notes"]);

/** Return {anchor, heading, parts: [[text, marked], …]} for the block of `sections` that holds most of `marks`. */
export function bestExcerpt(sections, marks) {
  const wanted = marks.map(tokens).filter((phrase) => phrase.length > 0);
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

/** Return the spans of `text` where one of `phrases` (lists of tokens) stands: [{start, end, phrase}], not overlapping. */
export function markSpans(text, phrases) {
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

/** Return the start of the summary, for a hit that no words led to. */
export function opening([[, , blocks]]) {
  const summary = blocks.find((block) => block.length >= 100) ?? "";
  return summary.length > LENGTH ? `${summary.slice(0, LENGTH)}…` : summary;
}

function cut(text, spans) {
  const from = text.length <= LENGTH ? 0 : Math.max(0, Math.min(spans[0].start - BEFORE, text.length - LENGTH));
  const to = Math.min(text.length, Math.max(from + LENGTH, spans[0].end));
  const parts = from > 0 ? [["…", false]] : [];
  let at = from;
  for (const { start, end } of spans.filter((span) => span.end <= to)) {
    if (start > at) parts.push([text.slice(at, start), false]);
    parts.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < to) parts.push([text.slice(at, to), false]);
  if (to < text.length) parts.push(["…", false]);
  return parts;
}

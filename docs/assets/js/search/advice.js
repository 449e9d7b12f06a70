// What to tell a reader about a search: what was searched in place of their words, and where to go when nothing was found.

import { findUrl, termUrl } from "./data.js";
import { element } from "./elements.js";

const TEXTS = {
  meant: ({ from, to }) => [`「${from}」は見つかりませんでした。もしかして：`, to, " の事例を表示しています。"],
  term: ({ from, to }) => [`「${from}」と書いた事例はありません。近い分類 `, to, " の事例を表示しています。"],
  words: ({ to }) => [`そのままの形では少ないため、${to.map((word) => `「${word}」`).join("")}をすべて含む事例も表示しています。`],
};

export function noticeNodes(notices) {
  return notices.map((notice) => {
    const [before, name, after] = TEXTS[notice.kind](notice);
    const href = notice.term ? termUrl(notice.term) : notice.kind === "meant" ? findUrl(notice.to) : null;
    return element("p", { class: "hm-advice__notice" }, before, href && element("a", { href }, name), after);
  });
}

export function offerNodes({ offers, terms }) {
  const queries = offers.map(({ query, total }) => [findUrl(query), total ? `${query}（${total}件）` : query]);
  const near = terms.map((term) => [termUrl(term), term.label]);
  return [listed("この言葉なら", queries), listed("近い分類", near)].filter(Boolean);
}

function listed(title, links) {
  if (links.length === 0) return null;
  const items = links.map(([href, text]) => element("a", { href }, text));
  return element("p", { class: "hm-advice__offers" }, `${title}：`, ...items.flatMap((item, at) => (at ? ["、", item] : [item])));
}

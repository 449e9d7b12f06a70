// Entry of search on every page: the boxes, and the keys that lead to them.

import { attachPanel } from "./panel.js";

const boxes = [...document.querySelectorAll("form[data-search]")];
boxes.forEach(attachPanel);

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (event.isComposing || !(slash || controlK)) return;
  const inputs = [...document.querySelectorAll("[data-search-input], [data-find-input]")];
  const input = inputs.find((box) => box.checkVisibility?.() ?? true);
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

const isTyping = (target) => target.matches?.("input, textarea, select, [contenteditable]");

const page = document.querySelector("[data-find]");
if (page) import("../find/main.js").then(({ attachFind }) => attachFind(page));

// Texts that can be edited where they stand: plain text only, whatever is typed or pasted.

import { element } from "../search/elements.js";

const LONGEST = 600;
const BLANKS = /[^\S\u3000]+/gu; // the wide space is a sign of our texts

/**
 * Return the nodes of `field` (edits.js): an element of kind `name` with its text, and what to know and do about it
 * where that no longer fits. `changed(field, text)` takes an edit.
 */
export function editable(name, field, label, changed) {
  const note = field.isOutdated ? outdatedNote(() => take(field.original.trim()), () => made.focus()) : null;
  const made = element(name, { "data-edit": field.place, role: "textbox", "aria-label": label, "aria-multiline": "true", tabindex: "0" }, field.text.trim() || null);
  made.contentEditable = "plaintext-only";
  if (made.contentEditable !== "plaintext-only") made.contentEditable = "true";
  made.addEventListener("paste", (event) => {
    event.preventDefault();
    insert(event.clipboardData.getData("text/plain"));
  });
  made.addEventListener("drop", (event) => event.preventDefault());
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape") made.blur();
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // a text is one paragraph
    made.blur();
  });
  const take = (text) => {
    made.textContent = text;
    if (text === field.text.trim()) return;
    changed(field, text);
    note?.remove();
  };
  made.addEventListener("blur", () => take(made.textContent.replace(BLANKS, " ").trim().slice(0, LONGEST)));
  return note ? [made, " ", note] : [made];
}

function outdatedNote(renew, leave) {
  const button = element("button", { type: "button", class: "hm-outdated__renew" }, "新しい文にする");
  button.addEventListener("click", () => {
    renew();
    leave();
  });
  return element("span", { class: "hm-outdated hm-print-none" }, "元の文が変わりました。直した文を残しています。", button);
}

function insert(text) {
  const selection = getSelection();
  if (!selection.rangeCount) return;
  selection.deleteFromDocument();
  selection.getRangeAt(0).insertNode(document.createTextNode(text.replace(BLANKS, " ")));
  selection.collapseToEnd();
}

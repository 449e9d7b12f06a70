// Texts that can be edited where they stand: plain text only, whatever is typed or pasted.

import { element } from "../search/elements.js";

const LONGEST = 600;

/** Return an element of kind `name` for `field` {key, text, original}; `changed(key, text)` is called after an edit. */
export function editable(name, field, label, changed, attributes = {}) {
  const made = element(name, { ...attributes, "data-edit": field.key, role: "textbox", "aria-label": label, "aria-multiline": "true", tabindex: "0" }, field.text.trim() || null);
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
  made.addEventListener("blur", () => {
    const text = made.textContent.replace(/\s+/gu, " ").trim().slice(0, LONGEST);
    made.textContent = text;
    if (text !== field.text.trim()) changed(field.key, text === field.original.trim() ? null : text);
    field.text = text;
  });
  return made;
}

function insert(text) {
  const selection = getSelection();
  if (!selection.rangeCount) return;
  selection.deleteFromDocument();
  selection.getRangeAt(0).insertNode(document.createTextNode(text.replace(/\s+/gu, " ")));
  selection.collapseToEnd();
}

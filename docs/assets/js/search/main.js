// Entry of search on every page: the boxes, and the keys that lead to them. All else is loaded when a box is used.

for (const form of document.querySelectorAll("form[data-search]")) {
  form.addEventListener("focusin", async () => (await import("./panel.js")).attachPanel(form), { once: true });
}

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (event.isComposing || !((slash && isSlashWanted()) || controlK)) return;
  const inputs = [...document.querySelectorAll("[data-search-input], [data-find-input]")];
  const input = inputs.find((box) => box.checkVisibility?.() ?? true);
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

// /about/accessibility/ lets a reader switch it off.
const isSlashWanted = () => {
  try {
    return localStorage.getItem("homare:slash") !== "off";
  } catch {
    return true;
  }
};
const isTyping = (target) => target.matches?.("input, textarea, select, [contenteditable]");

const page = document.querySelector("[data-find]");
if (page) import("../find/main.js").then(({ attachFind }) => attachFind(page));

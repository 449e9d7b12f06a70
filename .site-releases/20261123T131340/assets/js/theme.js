// Light or dark: the device decides until the reader does; a choice stays in this browser. Runs before the first paint.
(() => {
  const KEY = "homare:scheme";
  const NAMES = { default: "明るい配色にする", slate: "暗い配色にする" };
  const device = matchMedia("(prefers-color-scheme: dark)");
  const ofDevice = () => (device.matches ? "slate" : "default");
  const opposite = (scheme) => (scheme === "slate" ? "default" : "slate");
  let chosen = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {} // storage may be closed, for example in a page opened from disk
  const current = () => (chosen in NAMES ? chosen : ofDevice());

  function show() {
    for (const element of [document.documentElement, document.body]) element.dataset.mdColorScheme = current();
    for (const label of document.querySelectorAll("[data-scheme-label]")) label.textContent = NAMES[opposite(current())];
  }

  function toggle() {
    const wanted = opposite(current());
    chosen = wanted === ofDevice() ? null : wanted; // back to what the device says: follow it again
    try {
      chosen ? localStorage.setItem(KEY, chosen) : localStorage.removeItem(KEY);
    } catch {}
    show();
  }

  document.documentElement.classList.replace("no-js", "js");
  show();
  device.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => event.target.closest("[data-scheme-button]") && toggle());
})();

// Light or dark: the device decides until the reader does; a choice stays in this browser. Runs before the first paint.
(() => {
  const KEY = "homare:scheme";
  const LONGEST_SIGNED = 110; // characters of an address at the foot of a sheet
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

  // The foot of every printed sheet says where it comes from and of which day it is.
  function signSheets() {
    const today = new Date();
    const [era, day] = ["ja-JP-u-ca-japanese", "ja-JP"].map((form) => today.toLocaleDateString(form, { dateStyle: "long" }));
    const date = era.replace(/年/, `年（${day.slice(0, 4)}年）`);
    const whole = location.href.replace(location.hash, "");
    let words = whole;
    try {
      words = decodeURI(whole); // 信用金庫, not %E4%BF%A1…
    } catch {}
    const from = words.length > LONGEST_SIGNED ? location.origin + location.pathname : words; // a kit's address may be long
    const sheet = new CSSStyleSheet({ media: "print" });
    sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(`${from}  ${date}印刷`)}; font-size: 7.5pt; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((other) => !other.signs), Object.assign(sheet, { signs: true })];
  }

  document.documentElement.classList.replace("no-js", "js");
  document.documentElement.classList.toggle("has-query", location.search.length > 1);
  show();
  device.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  addEventListener("beforeprint", signSheets);
  document.addEventListener("click", (event) => event.target.closest("[data-scheme-button]") && toggle());
})();

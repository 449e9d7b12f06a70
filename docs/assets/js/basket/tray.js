// The strip at the foot of a page that says what has been set aside, and leads on. Absent while nothing is.

import { element } from "../search/elements.js";
import { say } from "../say.js";
import { builderUrl, compareUrl, onChange, read } from "./lists.js";

let tray = null;
let status = null;
const links = {};

/** Make the strip for this page; it shows itself when a list has something in it. */
export function attachTray() {
  if (tray) return;
  status = element("p", { class: "hm-tray__status" });
  links.compare = element("a", { class: "hm-button" });
  links.kit = element("a", { class: "hm-button hm-button--main" });
  tray = element("aside", { class: "hm-tray", "aria-label": "選んだ事例", hidden: true }, status, links.compare, links.kit);
  document.body.append(tray);
  // What is focused must not lie under it.
  new ResizeObserver(() => document.documentElement.style.setProperty("--hm-tray", `${tray.offsetHeight}px`)).observe(tray);
  onChange(show);
  show();
}

/** Tell the reader what happened. */
export function tell(sentence) {
  if (status) status.textContent = sentence;
  say(sentence);
}

function show() {
  const compared = read("compare");
  const chosen = read("kit");
  tray.hidden = compared.length + chosen.length === 0;
  links.compare.hidden = compared.length === 0;
  links.compare.href = compareUrl(compared);
  links.compare.textContent = compared.length === 1 ? "比較：1件（あと1件）" : `${compared.length}件を比べる`;
  links.kit.hidden = chosen.length === 0;
  links.kit.href = builderUrl(chosen);
  links.kit.textContent = `${chosen.length}件でキットをつくる`;
}

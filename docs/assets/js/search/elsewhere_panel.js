// Under the live results of a search box: cases of other libraries.

import { element } from "./elements.js";
import { elsewhere } from "./elsewhere_view.js";
import { say } from "../say.js";

const SHOWN = 3;

/** Add to the results in `panel` what other libraries hold for `query`, unless `isNewest()` denies that it is still asked for. */
export async function addElsewhere(query, panel, isNewest) {
  const found = await elsewhere(query, SHOWN, `?q=${encodeURIComponent(query.trim())}`).catch(() => null); // ours are there
  if (!found || !isNewest()) return;
  const status = panel.querySelector(".hm-search__status");
  status.textContent += ` ほかの事例集：${found.total}件`;
  say(status.textContent);
  panel.append(element("section", { class: "hm-elsewhere", "aria-label": "ほかの事例集", "data-elsewhere": true }, ...found.nodes));
}

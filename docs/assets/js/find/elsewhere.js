// Under the hits of the search page: cases of other libraries that hold the same words and pass the same filters.

import { element } from "../search/elements.js";
import { elsewhere } from "../search/elsewhere_view.js";
import { filtered, writeState } from "./state.js";

const SHOWN = 10;
let root = null;

/** Show under the hits in `tools` what other libraries hold for `state`, unless `isNewest()` denies that it is still asked for. */
export async function showElsewhere(tools, state, isNewest) {
  if (!root) {
    root = element("section", { class: "hm-elsewhere", "aria-labelledby": "elsewhere", "data-elsewhere": true });
    tools.querySelector(".hm-found").append(root);
  }
  root.hidden = true;
  if (!state.query.trim()) return;
  const address = writeState({ ...state, view: "list" });
  const found = await elsewhere(state.query, SHOWN, address, (items) => filtered(items, state.filters)).catch(() => null);
  if (!isNewest() || !found) return;
  root.replaceChildren(element("h2", { id: "elsewhere" }, `ほかの事例集：${found.total}件`), ...found.nodes);
  root.hidden = false;
}

// The map of hits: the tiles of the page, with the counts of the moment; a tile ticks its prefecture.

import { keepingFocus } from "../focus.js";
import { element } from "../search/elements.js";
import { withTerm, writeState } from "./state.js";

const MANY = 3; // as in tile_map.py
const SHADES = ["hm-tile--none", "hm-tile--some", "hm-tile--many"];

/** Make the tiles in `root` tick prefectures: `toggle(code)` is called for a click. */
export function attachMap(root, toggle) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-prefecture]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle(link.dataset.prefecture);
  });
}

/** Show the numbers of `counts` (prefecture → cases) on the tiles and in the list for narrow screens. */
export function showMap(root, state, counts, labelOf) {
  const chosen = state.filters.get("prefecture");
  const tiles = [...root.querySelectorAll("svg [data-prefecture]")];
  for (const tile of tiles) {
    const code = tile.dataset.prefecture;
    const count = counts.get(code) ?? 0;
    tile.classList.remove(...SHADES);
    tile.classList.add(SHADES[count >= MANY ? 2 : Math.sign(count)]);
    tile.classList.toggle("hm-tile--chosen", chosen.has(code));
    tile.dataset.count = count;
    tile.querySelector(".hm-tile__count").textContent = count || "–";
    tile.setAttribute("href", addressFor(state, code));
    tile.setAttribute("aria-label", `${labelOf("prefecture", code)} ${count}件${chosen.has(code) ? "（選択中）" : ""}`);
  }
  const listed = tiles.map((tile) => tile.dataset.prefecture).filter((code) => counts.get(code) || chosen.has(code));
  const items = listed.map((code) => {
    const text = `${labelOf("prefecture", code)} ${counts.get(code) ?? 0}件${chosen.has(code) ? "（選択中）" : ""}`;
    return element("li", {}, element("a", { href: addressFor(state, code), "data-prefecture": code }, text));
  });
  const list = root.querySelector(".hm-maplist");
  keepingFocus(list, () => list.replaceChildren(...items), () => document.querySelector("#results"));
}

const addressFor = (state, code) => writeState(withTerm(state, "prefecture", code, !state.filters.get("prefecture").has(code))) || "./";

// What the reader has set aside: a list of cases to compare, and one for a kit. Kept in this browser only.

import { ROOT } from "../search/data.js";

export const MOST_COMPARED = 4;
const MOST = { compare: MOST_COMPARED, kit: 60 };
const KEY = "homare:";
const ID = /^(\d{4}|undated)-[a-z][a-z0-9-]{2,40}$/u;
const memory = new Map(); // where storage is closed, the lists live as long as the page
const changes = new EventTarget();

/** Return the ids of `list` ("compare" or "kit") in the order in which they were added. */
export function read(list) {
  try {
    return cleanIds(JSON.parse(localStorage.getItem(KEY + list) ?? "[]"), MOST[list]);
  } catch {
    return memory.get(list) ?? [];
  }
}

/** Put `ids` into `list` instead of what is there. */
export function write(list, ids) {
  const kept = cleanIds(ids, MOST[list]);
  memory.set(list, kept);
  try {
    localStorage.setItem(KEY + list, JSON.stringify(kept));
  } catch {} // the list in memory serves
  changes.dispatchEvent(new Event("change"));
}

/** Add or remove `id`; returns "added", "removed" or "full". */
export function toggle(list, id) {
  const ids = read(list);
  if (ids.includes(id)) {
    write(list, ids.filter((other) => other !== id));
    return "removed";
  }
  if (ids.length >= MOST[list]) return "full";
  write(list, [...ids, id]);
  return "added";
}

/** Call `listener` when a list changes, in this tab or in another one. */
export function onChange(listener) {
  changes.addEventListener("change", listener);
  addEventListener("storage", (event) => { if (event.key === null || event.key.startsWith(KEY)) listener(); });
}

/** Return the ids among `values` that can be ids, each once, at most `most`. */
export function cleanIds(values, most = MOST.kit) {
  if (!Array.isArray(values)) return [];
  return [...new Set(values.filter((value) => typeof value === "string" && ID.test(value)))].slice(0, most);
}

/** Return the query that names the cases `ids`, "" for none. */
export const caseQuery = (ids) => (ids.length ? `?${ids.map((id) => `case=${id}`).join("&")}` : "");

export const compareUrl = (ids) => new URL(`compare/${caseQuery(ids)}`, ROOT).href;
export const builderUrl = (ids) => new URL(`sessions/builder/${caseQuery(ids)}`, ROOT).href;

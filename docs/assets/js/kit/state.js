// What a kit is made from, and its address: the cases, minutes, people, theme, and the texts that were edited by hand.

import { cleanIds } from "../basket/lists.js";

export const LIMITS = { minutes: [30, 480, 90], people: [2, 300, 20] }; // least, most, and where nothing is said
const LONGEST_THEME = 60;
const LONGEST_EDIT = 2000; // characters of one text
const MOST_EDITS = 300;

/** Return the state that an address gives: {cases, bad, minutes, people, theme, kit}; `bad` are ids of no case's form. */
export function readState(search) {
  const query = new URLSearchParams(search);
  const asked = query.getAll("case");
  const slug = query.get("kit") ?? "";
  return {
    cases: cleanIds(asked),
    bad: [...new Set(asked.filter((id) => cleanIds([id]).length === 0))].map((id) => id.slice(0, 60)),
    minutes: within(query.get("minutes"), LIMITS.minutes),
    people: within(query.get("people"), LIMITS.people),
    theme: (query.get("theme") ?? "").slice(0, LONGEST_THEME),
    kit: /^[a-z][a-z0-9-]{2,40}$/u.test(slug) ? slug : "",
  };
}

/** Return the address part of a state. */
export function stateQuery({ cases, minutes, people, theme, kit }) {
  const query = new URLSearchParams(cases.map((id) => ["case", id]));
  query.set("minutes", minutes);
  query.set("people", people);
  if (theme) query.set("theme", theme);
  if (kit) query.set("kit", kit);
  return `?${query}`;
}

/** Return `value` as a whole number between least and most, or the default. */
export function within(value, [least, most, otherwise]) {
  const number = Math.round(Number(value));
  return value === null || value === "" || !Number.isFinite(number) ? otherwise : Math.min(most, Math.max(least, number));
}

/** Return the fragment that carries edits {key: text}, "" for none. */
export async function packEdits(edits) {
  if (Object.keys(edits).length === 0) return "";
  const packed = new Blob([JSON.stringify(edits)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `#e=${text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "")}`;
}

/** Return the edits that a fragment carries; what cannot be read counts as none. */
export async function unpackEdits(fragment) {
  const text = /^#e=([\w-]+)$/u.exec(fragment)?.[1];
  if (!text) return {};
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const opened = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const edits = JSON.parse(await new Response(opened).text());
    const pairs = Object.entries(edits).filter(([, value]) => typeof value === "string").slice(0, MOST_EDITS);
    return Object.fromEntries(pairs.map(([key, value]) => [key, value.slice(0, LONGEST_EDIT)]));
  } catch {
    return {};
  }
}

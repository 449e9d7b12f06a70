// What the reader asked for, the address that says the same (?q=…&theme=a&theme=b&sort=newest&view=table), and the cases
// that it selects, in which order.

export const FACETS = ["challenge", "method", "theme", "region", "prefecture", "type", "edition", "prize", "industry", "kind"];
export const SORTS = ["relevance", "newest", "oldest", "place"];
export const VIEWS = ["list", "table", "map"];

/** Return the state that an address's query string describes; what it does not know is left out. */
export function readState(queryString) {
  const given = new URLSearchParams(queryString);
  const filters = new Map(FACETS.map((facet) => [facet, new Set(given.getAll(facet).filter(Boolean))]));
  const one = (name, known) => (known.includes(given.get(name)) ? given.get(name) : null);
  return { query: given.get("q") ?? "", filters, sort: one("sort", SORTS), view: one("view", VIEWS) ?? "list" };
}

export function writeState({ query, filters, sort, view }) {
  const asked = new URLSearchParams();
  if (query.trim()) asked.set("q", query.trim());
  for (const [facet, keys] of filters) for (const key of keys) asked.append(facet, key);
  if (sort) asked.set("sort", sort);
  if (view !== "list") asked.set("view", view);
  const text = asked.toString();
  return text && `?${text}`;
}

export function withTerm(state, facet, key, ticked) {
  const filters = new Map(state.filters);
  const keys = new Set(filters.get(facet));
  if (ticked) keys.add(key);
  else keys.delete(key);
  return { ...state, filters: filters.set(facet, keys) };
}

export const withoutFilters = (state) => ({ ...state, filters: new Map(FACETS.map((facet) => [facet, new Set()])) });
export const ticked = ({ filters }) => [...filters].flatMap(([facet, keys]) => [...keys].map((key) => ({ facet, key })));

const has = (item, facet, key) => (Array.isArray(item[facet]) ? item[facet].includes(key) : item[facet] === key);
const passes = (item, facet, keys) => keys.size === 0 || [...keys].some((key) => has(item, facet, key));

/** Return the cases among `items` that pass all of `filters` (facet → set of keys), but for the facet `except`. */
export function filtered(items, filters, except = null) {
  const active = [...filters].filter(([facet, keys]) => facet !== except && keys.size > 0);
  return items.filter((item) => active.every(([facet, keys]) => passes(item, facet, keys)));
}

/** Return facet → key → number of cases; each facet is counted over what the other facets let through. */
export function termCounts(items, filters) {
  const counts = new Map();
  for (const facet of filters.keys()) {
    const ofFacet = new Map();
    for (const item of filtered(items, filters, facet)) {
      for (const key of [item[facet]].flat()) ofFacet.set(key, (ofFacet.get(key) ?? 0) + 1);
    }
    counts.set(facet, ofFacet);
  }
  return counts;
}

const LAST = "99";
const year = (item) => Number(item.edition) || null;
const byPlace = (a, b) => place(a).localeCompare(place(b));
const place = (item) => (/^\d/u.test(item.prefecture) ? item.prefecture : LAST); // codes run from north to south

/** Return a comparison by year; cases without a known year come last either way. */
const byYear = (direction) => (a, b) => {
  if (year(a) === null || year(b) === null) return (year(a) === null) - (year(b) === null);
  return direction * (year(a) - year(b));
};

const ORDERS = { newest: byYear(-1), oldest: byYear(1), place: byPlace };

/** Return `items` (in rank order, or as the catalogue has them) in the order `sort`. */
export const ordered = (items, sort) => (ORDERS[sort] ? [...items].sort(ORDERS[sort]) : items);

/** Return the sort in effect: by relevance when there are words, else the newest first. */
export const sortInEffect = ({ sort, query }) => (sort && !(sort === "relevance" && !query.trim()) ? sort : query.trim() ? "relevance" : "newest");

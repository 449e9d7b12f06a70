// What the reader asked for, and the address that says the same: ?q=…&theme=a&theme=b&sort=newest&view=table.

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

/** Return the query string for a state, "" for one that asks for nothing. */
export function writeState({ query, filters, sort, view }) {
  const asked = new URLSearchParams();
  if (query.trim()) asked.set("q", query.trim());
  for (const [facet, keys] of filters) for (const key of keys) asked.append(facet, key);
  if (sort) asked.set("sort", sort);
  if (view !== "list") asked.set("view", view);
  const text = asked.toString();
  return text && `?${text}`;
}

/** Return the state with one term of one facet ticked or not. */
export function withTerm(state, facet, key, ticked) {
  const filters = new Map(state.filters);
  const keys = new Set(filters.get(facet));
  if (ticked) keys.add(key);
  else keys.delete(key);
  return { ...state, filters: filters.set(facet, keys) };
}

export const withoutFilters = (state) => ({ ...state, filters: new Map(FACETS.map((facet) => [facet, new Set()])) });
export const ticked = ({ filters }) => [...filters].flatMap(([facet, keys]) => [...keys].map((key) => ({ facet, key })));

// Which cases pass the filters: any ticked term within a facet, every facet across; and how many each term would give.

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

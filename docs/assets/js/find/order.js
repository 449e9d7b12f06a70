// The order of hits.

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

// What somebody wrote in place of a kit's own texts. An edit is found again by its key: the place where the text stands,
// and a mark of the text that it was written for.

const PLACES = new Map(Object.entries({ title: "題名", lead: "ねらい", what: "すること", how: "進め方", prepare: "調べておくこと", view: "ここを見る", question: "問い", own: "自分で足した問い" }));
const LONGEST_QUOTE = 30;
const MOST_NAMED = 6;

/**
 * Return the field {key, original, text, isOutdated} at `place`: an edit stays there when the text under it changes,
 * and is outdated from then on.
 */
export function fieldAt(edits, place, original) {
  const field = fieldFor(edits, place, original);
  const kept = field.key in edits ? undefined : Object.keys(edits).find((key) => key.startsWith(`${place}~`));
  return kept === undefined ? field : { ...field, key: kept, text: edits[kept], isOutdated: edits[kept] !== original };
}

/** Return the field at `place` whose edit is for this text alone: it comes and goes with the text. */
export function fieldFor(edits, place, original) {
  const key = keyOf(place, original);
  return { place, key, original, text: edits[key] ?? original, isOutdated: false };
}

/** Return `edits` with `text` written into `field`, and put into the field the key that it has from now on. */
export function withEdit(edits, field, text) {
  const { [field.key]: _before, ...others } = edits;
  Object.assign(field, { key: keyOf(field.place, field.original), text, isOutdated: false });
  return text === field.original.trim() ? others : { ...others, [field.key]: text };
}

/** Return the sentences that say which edits no longer fit `fields`, "" where all do. */
export function editsWords(edits, fields) {
  const used = new Set(fields.map((field) => field.key));
  const lost = Object.keys(edits).filter((key) => !used.has(key) && edits[key].trim());
  const named = lost.slice(0, MOST_NAMED).map((key) => placeWords(key, edits[key])).join("、");
  const more = lost.length > MOST_NAMED ? `、ほか${lost.length - MOST_NAMED}つ` : "";
  const outdated = fields.filter((field) => field.isOutdated).length;
  return [
    outdated ? `元の文が変わったところが${outdated}つあります。直した文を残しています。` : "",
    lost.length ? `いまのキットに置くところがなく、出していない文があります：${named}${more}。リンクには残っています。` : "",
  ].join("");
}

function placeWords(key, text) {
  const shown = text.trim();
  return `${PLACES.get(key.split("~")[0]) ?? ""}「${shown.slice(0, LONGEST_QUOTE)}${shown.length > LONGEST_QUOTE ? "…" : ""}」`;
}

const keyOf = (place, original) => `${place}~${mark(original)}`;

/** Return a short mark of a text (FNV-1a). */
function mark(original) {
  let value = 0x811c9dc5;
  for (let at = 0; at < original.length; at += 1) value = Math.imul(value ^ original.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}

// Build elements without ever reading text as HTML.

/** Return a new element: attributes from `attributes`, children (elements or text) appended in order. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Return [[text, marked], …] as nodes that may break only at `breaks`, counted from the start of the first part. */
export function phrased(parts, breaks) {
  let at = 0;
  return parts.flatMap(([text, hit]) => {
    const from = at;
    at += text.length;
    const ends = [...breaks.filter((place) => from < place && place < at), at];
    const pieces = ends.flatMap((end, index) => {
      const piece = text.slice((ends[index - 1] ?? from) - from, end - from);
      return index > 0 ? [element("wbr"), piece] : [piece];
    });
    const nodes = hit ? [element("mark", {}, ...pieces)] : pieces;
    return breaks.includes(from) ? [element("wbr"), ...nodes] : nodes;
  });
}

export const marked = (parts) => parts.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

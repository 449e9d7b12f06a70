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

/** Return [[text, marked], …] as nodes; with `breaks`, counted from the start, lines may break there. */
export function marked(parts, breaks = []) {
  let at = 0;
  return parts.flatMap(([text, hit]) => {
    const nodes = [""];
    for (const letter of text) {
      if (breaks.includes(at)) nodes.push(element("wbr"), "");
      nodes.push(nodes.pop() + letter);
      at += letter.length;
    }
    return hit ? [element("mark", {}, ...nodes)] : nodes;
  });
}

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

export const marked = (parts) => parts.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

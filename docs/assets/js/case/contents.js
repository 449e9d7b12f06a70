// The table of contents marks the section that is being read.

const BAND = "-18% 0px -72% 0px"; // a section is being read when it crosses this band of the window

/** Keep `aria-current` on the entry of `contents` whose section is being read. */
export function markCurrentSection(contents) {
  if (!contents) return;
  const links = new Map();
  for (const link of contents.querySelectorAll("a[href^='#']")) {
    const section = document.getElementById(link.hash.slice(1))?.closest("section");
    if (section) links.set(section, link);
  }
  const inBand = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) isIntersecting ? inBand.add(target) : inBand.delete(target);
    const current = [...links.keys()].find((section) => inBand.has(section));
    if (!current) return; // between two sections, or above the first: what was read last stays
    for (const [section, link] of links) {
      section === current ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
  }, { rootMargin: BAND });
  for (const section of links.keys()) observer.observe(section);
}

// Whoever works with the keyboard stays where they are when a list is drawn anew.

/**
 * Call `draw`, which replaces what is in `root`; a button or link that had the focus has it again, or else the first
 * one, or else what `elsewhere()` returns.
 */
export function keepingFocus(root, draw, elsewhere = () => null) {
  const had = root.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  draw();
  if (had === null) return;
  const stops = [...root.querySelectorAll("button:not([disabled]), a[data-prefecture]")];
  (stops.find((stop) => nameOf(stop) === had) ?? stops[0] ?? elsewhere())?.focus();
}

const nameOf = (stop) => stop.dataset.prefecture ?? stop.getAttribute("aria-label");

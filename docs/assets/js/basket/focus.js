// Whoever works with the keyboard stays where they are when a list is drawn anew.

/** Call `draw`, which replaces what is in `root`; a button that had the focus has it again, or else the first one. */
export function keepingFocus(root, draw) {
  const had = root.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
  draw();
  if (had === null) return;
  const buttons = [...root.querySelectorAll("button:not([disabled])")];
  (buttons.find((button) => button.getAttribute("aria-label") === had) ?? buttons[0])?.focus();
}

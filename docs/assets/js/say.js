// What screen readers are to say. They speak of changes in a region that they have seen before, and of no change that
// comes with its region: so every page has an empty one from the start.

const region = document.querySelector("[data-say]");
const PAUSE = 100; // milliseconds, so that the same sentence is said again

/** Show `sentence` in `paragraph`, which is hidden without one, and let screen readers say it. */
export function tell(paragraph, sentence) {
  paragraph.textContent = sentence;
  paragraph.hidden = !sentence;
  if (sentence) say(sentence);
}

/** Let screen readers say `sentence`; what they were to say before is dropped. */
export function say(sentence) {
  region.textContent = "";
  setTimeout(() => { region.textContent = sentence; }, PAUSE);
}

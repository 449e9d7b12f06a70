// What screen readers are to say. They speak of changes in a region that they have seen before, and of no change that
// comes with its region: so every page has an empty one from the start.

const region = document.querySelector("[data-say]");
const PAUSE = 100; // milliseconds, so that the same sentence is said again

/** Let screen readers say `sentence`; what they were to say before is dropped. */
export function say(sentence) {
  region.textContent = "";
  setTimeout(() => { region.textContent = sentence; }, PAUSE);
}

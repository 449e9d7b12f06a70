// Queries as they are typed: none while an input method composes, none for every keystroke, and the newest one wins.

const PAUSE = 150; // milliseconds

/**
 * Call `answer(query, isNewest)` for what is typed into `input`: at once after a pause (a paste, a word from an input
 * method), else when the reader pauses. `isNewest()` tells whether a later query has overtaken it. Returns a function
 * that answers what stands in the box.
 */
export function typedQueries(input, answer) {
  let newest = 0;
  let timer = 0;
  let lastTyped = -Infinity;
  let composing = false;
  const ask = () => {
    const number = (newest += 1);
    answer(input.value, () => number === newest);
  };
  const typed = (event) => {
    const rested = event.timeStamp - lastTyped > PAUSE;
    lastTyped = event.timeStamp;
    newest += 1; // whatever is under way is out of date
    clearTimeout(timer);
    if (rested && input.value.trim().length !== 1) ask();
    else timer = setTimeout(() => { if (!composing) ask(); }, PAUSE);
  };
  input.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  input.addEventListener("compositionend", (event) => { composing = false; typed(event); });
  input.addEventListener("input", (event) => { if (!composing && !event.isComposing) typed(event); });
  return ask;
}

// Queries as they are typed: none while an input method composes, none for every keystroke, and the newest one wins.

const PAUSE = 150; // milliseconds

/** Call `answer(query, isNewest)` when the reader pauses; `isNewest()` tells whether a later query has overtaken it. */
export function typedQueries(input, answer) {
  let newest = 0;
  let timer = 0;
  let composing = false;
  const ask = () => {
    clearTimeout(timer);
    const number = (newest += 1);
    timer = setTimeout(() => { if (!composing) answer(input.value, () => number === newest); }, PAUSE);
  };
  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => { composing = false; ask(); });
  input.addEventListener("input", (event) => { if (!composing && !event.isComposing) ask(); });
}

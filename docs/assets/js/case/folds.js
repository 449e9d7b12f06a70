// Folds: parts that are open beside the text on wide screens and folded above it on narrow ones. The stylesheet does it
// where it can reach a closed fold's content; this does it for older browsers, and closes the contents after a choice.

const WIDE = matchMedia("(min-width: 64.01rem)");

/** Open the fold that the address leads to, now and whenever it leads to another. */
export function openTargets(article) {
  const open = () => {
    const target = location.hash && article.querySelector(`details[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (target) target.open = true;
  };
  addEventListener("hashchange", open);
  article.addEventListener("click", (event) => { if (event.target.closest("a[href^='#']")) setTimeout(open); }); // also a second time
  open();
}

/** Make the folds within `article` follow the width of the window. */
export function attachFolds(article) {
  const folds = [...article.querySelectorAll("details.hm-fold")];
  if (!CSS.supports("selector(::details-content)")) {
    const follow = () => folds.forEach((fold) => (fold.open = WIDE.matches));
    WIDE.addEventListener("change", follow);
    follow();
  }
  for (const fold of folds) {
    fold.addEventListener("click", (event) => {
      if (event.target.closest("a[href^='#']") && !WIDE.matches) fold.open = false;
    });
  }
}

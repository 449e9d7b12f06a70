// Folds: parts that are open beside the text on wide screens and folded above it on narrow ones. The stylesheet does it
// where it can reach a closed fold's content; this does it for older browsers, and closes the contents after a choice.

const WIDE = matchMedia("(min-width: 64.01rem)");

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

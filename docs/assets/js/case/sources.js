// A source opens beside the statement that names it. Without this script its mark leads to the list of sources.

const ID = "source-in-place";
const GAP = 8;

/** Make every citation mark within `article` show its source in place. */
export function attachSources(article) {
  if (!("popover" in HTMLElement.prototype)) return;
  let opened = null; // the mark whose source is shown

  const close = () => {
    document.getElementById(ID)?.remove();
    opened?.removeAttribute("aria-controls");
    opened?.setAttribute("aria-expanded", "false");
    opened = null;
  };

  const open = (mark) => {
    const entry = document.getElementById(`source-${mark.dataset.source}`);
    if (!entry) return false;
    const box = boxOf(entry, mark);
    mark.after(box); // so that the next Tab leads into it
    box.showPopover();
    place(box, mark);
    mark.setAttribute("aria-controls", ID);
    mark.setAttribute("aria-expanded", "true");
    opened = mark;
    return true;
  };

  for (const mark of article.querySelectorAll("a[data-source]")) mark.setAttribute("aria-expanded", "false");

  document.addEventListener("click", (event) => {
    if (event.target.closest(`#${ID}`)) {
      if (event.target.closest("a[href^='#']")) close();
      return;
    }
    const mark = event.target.closest("a[data-source]");
    const again = mark === opened;
    close();
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (again || open(mark)) event.preventDefault();
  });

  // Whoever goes on with the keyboard must see where they are: the box would lie over it.
  document.addEventListener("focusin", ({ target }) => {
    if (opened && target !== opened && !target.closest(`#${ID}`)) close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened) return;
    const mark = opened;
    close();
    mark.focus();
  });
}

function boxOf(entry, mark) {
  const box = document.createElement("span");
  box.id = ID;
  box.className = "hm-source";
  box.popover = "manual"; // "auto" would close on the very click that asks again for the same mark
  box.setAttribute("role", "note");
  box.setAttribute("aria-label", mark.getAttribute("aria-label"));
  box.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
  const list = document.createElement("a");
  list.className = "hm-source__list";
  list.href = `#${entry.id}`;
  list.textContent = "出典の一覧へ";
  box.append(" ", list);
  return box;
}

/** Put the box under its mark, or above it where there is more room, and within the window. */
function place(box, mark) {
  const at = mark.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const left = Math.max(GAP * 2, Math.min(at.left - GAP * 3, room - box.offsetWidth - GAP * 2));
  const below = at.bottom + GAP;
  const fits = below + box.offsetHeight < window.innerHeight || at.top < box.offsetHeight + GAP;
  box.style.left = `${left + window.scrollX}px`;
  box.style.top = `${(fits ? below : at.top - box.offsetHeight - GAP) + window.scrollY}px`;
}

// A link that a script made leads to a folder; from disk it must lead to the page in it.

for (const name of ["click", "auxclick"]) {
  document.addEventListener(name, ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, { capture: true });
}

// The ledger of figures: hides the rows that do not fit the words and choices above it.

const form = document.querySelector("[data-ledger-filter]");
const table = document.querySelector("[data-ledger]");

if (form && table) {
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: folded(row.textContent) }));
  const status = form.querySelector("[data-ledger-status]");
  const empty = document.querySelector("[data-ledger-empty]");
  const show = () => {
    const { words, fits } = asked(new FormData(form));
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !(fits(row.dataset) && words.every((word) => text.includes(word)));
      shown += row.hidden ? 0 : 1;
    }
    empty.hidden = shown > 0;
    status.textContent = `${rows.length}件のうち${shown}件`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

/** Text as it is compared: width and case do not matter, nor do thousands separators. */
function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/(\d),(?=\d{3})/g, "$1");
}

function asked(data) {
  const words = folded(data.get("q") ?? "").split(/\s+/).filter(Boolean);
  const [theme, grade, scope] = ["theme", "grade", "scope"].map((name) => data.get(name));
  const has = (list, value) => !value || (list ?? "").split(" ").includes(value);
  return { words, fits: (row) => has(row.themes, theme) && has(row.grades, grade) && has(row.scope, scope) };
}

// Hand the reader a file that was made in the browser.

/** Save `content` (text or bytes) as `name`. */
export function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Return `text` as a file name: no character that Windows refuses, not too long. */
export const fileName = (text, ending) => `${text.replace(/[\\/:*?"<>|\p{Cc}]/gu, "").trim().slice(0, 40) || "homare"}.${ending}`;

/** Return rows of cells as CSV that Excel opens rightly: BOM, CRLF, and no formula (as exports/csv_files.py). */
export const csvText = (rows) => `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

function csvCell(text) {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

// The blocks of a kit as Markdown; texts are escaped as in exports/plain_markdown.py.

const SPECIAL = /[\\`*_{}[\]<>#|~^$&]/gu;
const escaped = (text) => text.replace(SPECIAL, "\\$&").replace(/[^\S\u3000]+/gu, " ").trim();
const line = (text) => escaped(text).replace(/^[-+=:]/u, "\\$&").replace(/^\d+(?=[.)])/u, "$&\\"); // a number makes a list by the sign behind it
const cell = (text) => text.split("\n").map(escaped).join("<br>");

/** Return the Markdown of `blocks` (kit/document.js). */
export const markdownOf = (blocks) => `${blocks.map(block).filter(Boolean).join("\n\n")}\n`;

function block({ kind, text, items, rows, hint, lines }) {
  switch (kind) {
    case "title": return `# ${escaped(text)}`;
    case "heading": return `## ${escaped(text)}`;
    case "subheading": return `### ${escaped(text)}`;
    case "text": case "small": return line(text);
    case "list": return items.map((item) => `- ${line(item)}`).join("\n");
    case "questions": return items.map(({ text: asked, basis }, at) => `${at + 1}. ${line(asked)}${basis ? `  \n   ${line(basis)}` : ""}`).join("\n");
    case "links": return items.map(linked).join("\n");
    case "field": return `### ${escaped(text)}\n\n${line(hint)}${"\n\n＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿".repeat(lines)}`;
    case "table": return [rows[0], rows[0].map(() => "---"), ...rows.slice(1)].map((row, at) => `| ${row.map((value) => (at === 1 ? value : cell(value))).join(" | ")} |`).join("\n");
    default: return "";
  }
}

const linked = ({ before, text, url, after }) => `- ${before && `${escaped(before)} `}${url ? `[${escaped(text)}](<${url}>)` : escaped(text)}　${escaped(after)}`;

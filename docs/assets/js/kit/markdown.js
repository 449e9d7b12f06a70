// The blocks of a kit as Markdown.

const SPECIAL = /[\\`*_{}[\]<>#|~]/gu;
const escaped = (text) => text.replace(SPECIAL, "\\$&").replace(/[^\S\u3000]+/gu, " ").trim();
const cell = (text) => text.split("\n").map(escaped).join("<br>");

/** Return the Markdown of `blocks` (kit/document.js). */
export const markdownOf = (blocks) => `${blocks.map(block).filter(Boolean).join("\n\n")}\n`;

function block({ kind, text, items, rows, hint, lines }) {
  switch (kind) {
    case "title": return `# ${escaped(text)}`;
    case "heading": return `## ${escaped(text)}`;
    case "subheading": return `### ${escaped(text)}`;
    case "text": return paragraph(text);
    case "list": case "small": return items.map((item) => `- ${escaped(item)}`).join("\n");
    case "numbers": return items.map((item, at) => `${at + 1}. ${escaped(item)}`).join("\n");
    case "field": return `### ${escaped(text)}\n\n${escaped(hint)}${"\n\n＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿".repeat(lines)}`;
    case "table": return [rows[0], rows[0].map(() => "---"), ...rows.slice(1)].map((row, at) => `| ${row.map((value) => (at === 1 ? value : cell(value))).join(" | ")} |`).join("\n");
    default: return "";
  }
}

const paragraph = (text) => escaped(text).replace(/^([-+=:]|\d+[.)])/u, "\\$1");

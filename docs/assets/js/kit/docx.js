// The blocks of a kit (kit/document.js) as a Word document: headings, lists and tables that Word knows as such.

import { xml } from "../compare/zip.js";
import { docxFile } from "./docx_file.js";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const [SHORT, LONG, SIDE] = [11906, 16838, 850]; // twentieths of a point: A4 and its margins at the sides
const KEEP = "<w:keepNext/>";
const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

/** Return the bytes of a .docx with `blocks`. */
export function docx(blocks) {
  const links = new Map(); // address → its id in the document's relationships
  const body = blocks.map((one) => block(one, links)).join("");
  return docxFile(body + section(false), blocks.find(({ kind }) => kind === "title").text, links);
}

const run = (text, style = "") => `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ""}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
const runs = (inner, style, extra = "") => `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ""}${extra}</w:pPr>${inner}</w:p>`;
const paragraph = (text, style, extra) => runs(run(text), style, extra);
const numbered = (list) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;

function block({ kind, text, items, rows, widths, hint, lines, isWide }, links) {
  switch (kind) {
    case "title": return paragraph(text, "Title");
    case "heading": return paragraph(text, "Heading1", KEEP);
    case "subheading": return paragraph(text, "Heading2", KEEP);
    case "text": return paragraph(text);
    case "small": return paragraph(text, "Small");
    case "list": return items.map((item) => paragraph(item, "", numbered(1))).join("");
    case "questions": return items.map(question).join("");
    case "links": return items.map((item) => linked(item, links)).join("");
    case "page": return PAGE_BREAK;
    case "section": return runs("", "", `<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section(isWide)}`);
    case "field": return `${paragraph(text, "Heading2", KEEP)}${paragraph(hint, "Small", KEEP)}${table([["\n".repeat(lines)]], [100])}<w:p/>`;
    default: return table(rows, widths, true, isWide) + (isWide ? "" : "<w:p/>");
  }
}

const question = ({ text, basis }) => paragraph(text, "", (basis ? KEEP : "") + numbered(2)) + (basis ? paragraph(basis, "Small", '<w:ind w:left="420"/>') : "");

function linked({ before, text, url, after }, links) {
  const address = url && new URL(url).href; // Word takes no letters beyond ASCII in one
  if (address && !links.has(address)) links.set(address, `link${links.size + 1}`);
  const link = address ? `<w:hyperlink r:id="${links.get(address)}">${run(text, "Hyperlink")}</w:hyperlink>` : run(text);
  return runs(run(before && `${before} `) + link + run(`　${after}`), "Small");
}

/** Return the properties of a section, whose pages lie across or stand upright. */
function section(isWide) {
  const paper = isWide ? `w:w="${LONG}" w:h="${SHORT}" w:orient="landscape"` : `w:w="${SHORT}" w:h="${LONG}"`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:pgSz ${paper}/><w:pgMar w:top="850" w:right="${SIDE}" w:bottom="964" w:left="${SIDE}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`;
}

function table(rows, widths, hasHead = false, isWide = false) {
  const whole = (isWide ? LONG : SHORT) - 2 * SIDE;
  const columns = widths.map((share) => Math.round((share * whole) / 100));
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map((edge) => `<w:${edge} w:val="single" w:sz="4" w:color="999999"/>`).join("");
  const body = rows.map((row, down) => `<w:tr><w:trPr><w:cantSplit/>${hasHead && down === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${row.map((value, across) => cell(value, columns[across], hasHead && (down === 0 || across === 0))).join("")}</w:tr>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${body}</w:tbl>`;
}

function cell(value, width, isHead) {
  const text = value.split("\n").map((line) => runs(run(line, isHead ? "Strong" : ""), "Cell")).join("");
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`;
}

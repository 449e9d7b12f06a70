// The blocks of a kit as a Word document: headings, lists and tables that Word knows as such.

import { xml, zip } from "../compare/zip.js";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const TEXT_WIDTH = 10206; // twentieths of a point: A4 less the margins

const run = (text) => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
const paragraph = (text, style, extra = "") => `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ""}${extra}</w:pPr>${run(text)}</w:p>`;
const numbered = (list) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;

/** Return the bytes of a .docx with `blocks` (kit/document.js). */
export function docx(blocks) {
  const body = blocks.map(block).join("");
  const section = '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="850" w:bottom="964" w:left="850" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>';
  return zip({
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${KIND}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${KIND}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${KIND}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="${KIND}.footer+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}${section}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${OFFICE}/footer" Target="footer1.xml"/></Relationships>`,
    "word/styles.xml": styles(),
    "word/numbering.xml": `${HEAD}<w:numbering xmlns:w="${MAIN}">${level(0, "bullet", "・")}${level(1, "decimal", "%1.")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/footer1.xml": `${HEAD}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
  });
}

function block({ kind, text, items, rows, widths, hint, lines }) {
  switch (kind) {
    case "title": return paragraph(text, "Title");
    case "heading": return paragraph(text, "Heading1");
    case "subheading": return paragraph(text, "Heading2", "<w:keepNext/>");
    case "text": return paragraph(text);
    case "list": return items.map((item) => paragraph(item, "", numbered(1))).join("");
    case "numbers": return items.map((item) => paragraph(item, "", numbered(2))).join("");
    case "small": return items.map((item) => paragraph(item, "Small")).join("");
    case "page": return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case "field": return paragraph(text, "Heading2", "<w:keepNext/>") + paragraph(hint, "Small", "<w:keepNext/>") + table([["\n".repeat(lines)]], [100]);
    default: return table(rows, widths, true);
  }
}

function table(rows, widths, hasHead = false) {
  const columns = widths.map((share) => Math.round((share * TEXT_WIDTH) / 100));
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map((edge) => `<w:${edge} w:val="single" w:sz="4" w:color="999999"/>`).join("");
  const body = rows.map((row, down) => `<w:tr><w:trPr><w:cantSplit/>${hasHead && down === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${row.map((value, across) => cell(value, columns[across], hasHead && (down === 0 || across === 0))).join("")}</w:tr>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${body}</w:tbl><w:p/>`;
}

function cell(value, width, isHead) {
  const bold = isHead ? "<w:rPr><w:b/></w:rPr>" : "";
  const text = value.split("\n").map((line) => `<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr><w:r>${bold}<w:t xml:space="preserve">${xml(line)}</w:t></w:r></w:p>`).join("");
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`;
}

const level = (id, format, text) => `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>`;

function styles() {
  const font = '<w:rFonts w:ascii="Yu Gothic" w:hAnsi="Yu Gothic" w:eastAsia="Yu Gothic"/>';
  const style = (id, name, size, bold, before, after, extra = "") => `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${extra}<w:spacing w:before="${before}" w:after="${after}"/></w:pPr><w:rPr>${font}${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr></w:style>`;
  return `${HEAD}<w:styles xmlns:w="${MAIN}">${style("Normal", "Normal", 20, false, 0, 80)}${style("Title", "Title", 40, true, 0, 160)}${style("Heading1", "heading 1", 28, true, 160, 100, "<w:keepNext/>")}${style("Heading2", "heading 2", 21, true, 120, 40, "<w:keepNext/>")}${style("Small", "Small", 16, false, 0, 40)}${style("Cell", "Cell", 17, false, 0, 0)}</w:styles>`;
}

// A .docx file: the parts beside its text, and how they belong together. Word reads the relationships, not the names.

import { xml, zip } from "../compare/zip.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PARTS = { styles: "styles", numbering: "numbering", footer1: "footer", settings: "settings" }; // under word/: name → kind

/** Return the bytes of a .docx with the blocks in `body`; `links` maps the addresses that it leads to to their ids. */
export function docxFile(body, title, links) {
  return zip({
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries({ document: "document.main", ...PARTS }).map(([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${KIND}.${kind}+xml"/>`).join("")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    "_rels/.rels": relationships([["document", `${OFFICE}/officeDocument`, "word/document.xml"], ["core", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]]),
    "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:language>ja</dc:language></cp:coreProperties>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships([
      ...Object.entries(PARTS).map(([name, kind]) => [name, `${OFFICE}/${kind}`, `${name}.xml`]),
      ...[...links].map(([address, name]) => [name, `${OFFICE}/hyperlink`, address, ' TargetMode="External"']),
    ]),
    "word/styles.xml": styles(),
    "word/numbering.xml": `${HEAD}<w:numbering xmlns:w="${MAIN}">${level(0, "bullet", "・")}${level(1, "decimal", "%1.")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/footer1.xml": `${HEAD}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
    "word/settings.xml": `${HEAD}<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/></w:settings>`,
  });
}

const relationships = (entries) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.map(([name, kind, target, mode = ""]) => `<Relationship Id="${name}" Type="${kind}" Target="${xml(target)}"${mode}/>`).join("")}</Relationships>`;

const level = (id, format, text) => `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>`;

function styles() {
  const font = '<w:rFonts w:ascii="Yu Gothic" w:hAnsi="Yu Gothic" w:eastAsia="Yu Gothic"/>';
  const language = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults>';
  const style = (id, name, size, bold, before, after) => `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr><w:spacing w:before="${before}" w:after="${after}"/></w:pPr><w:rPr>${font}${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr></w:style>`;
  const letters = (id, look) => `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${look}</w:rPr></w:style>`;
  return `${HEAD}<w:styles xmlns:w="${MAIN}">${language}${style("Normal", "Normal", 20, false, 0, 80)}${style("Title", "Title", 40, true, 0, 160)}${style("Heading1", "heading 1", 28, true, 160, 100)}${style("Heading2", "heading 2", 21, true, 120, 40)}${style("Small", "Small", 16, false, 0, 40)}${style("Cell", "Cell", 17, false, 0, 0)}${letters("Hyperlink", '<w:color w:val="17325C"/><w:u w:val="single"/>')}${letters("Strong", "<w:b/>")}</w:styles>`;
}

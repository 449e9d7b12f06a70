// A ZIP of small text files, stored without compression: what Excel and Word files are made of.

const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const DATE = 0x21; // 1 January 1980: the same content gives the same bytes

/** Return the bytes of a ZIP with `files`: {path: text}. */
export function zip(files) {
  const encoder = new TextEncoder();
  const entries = [];
  const parts = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = encoder.encode(path);
    const content = encoder.encode(text);
    const about = [20, 0x800, 0, 0, DATE, checksum(content), content.length, content.length, name.length, 0];
    const head = bytes([0x04034b50, ...about], [4, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2]);
    entries.push([bytes([0x02014b50, 20, ...about, 0, 0, 0, 0, offset], [4, 2, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2, 2, 2, 2, 4, 4]), name]);
    parts.push(head, name, content);
    offset += head.length + name.length + content.length;
  }
  const directory = entries.flat();
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = bytes([0x06054b50, 0, 0, entries.length, entries.length, size, offset, 0], [4, 2, 2, 2, 2, 4, 4, 2]);
  return joined([...parts, ...directory, end]);
}

/** Return `text` for use in XML: escaped, without the characters that XML forbids. */
export const xml = (text) => String(text)
  .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function checksum(content) {
  let value = 0xffffffff;
  for (const byte of content) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function bytes(values, sizes) {
  const view = new DataView(new ArrayBuffer(sizes.reduce((sum, size) => sum + size, 0)));
  let at = 0;
  for (const [index, size] of sizes.entries()) {
    if (size === 2) view.setUint16(at, values[index], true);
    else view.setUint32(at, values[index], true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

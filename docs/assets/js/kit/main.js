// The kit builder: the address is the kit. What the reader changes goes into the address, and the cases into the basket.

import { keepingFocus } from "../focus.js";
import { say, tell } from "../say.js";
import { load } from "../search/data.js";
import { attachPicker } from "../basket/picker.js";
import { cleanIds, read, write } from "../basket/lists.js";
import { csvText, fileName, save } from "../files.js";
import { loadSheets, missingWords } from "../compare/sheets.js";
import { headingsOf, plainTable } from "../compare/table.js";
import { chosenItem } from "./chosen.js";
import { kitDocument } from "./document.js";
import { docx, DOCX } from "./docx.js";
import { editsWords, withEdit } from "./edits.js";
import { fieldsOf, makeKit } from "./kit.js";
import { markdownOf } from "./markdown.js";
import { kitParts } from "./parts.js";
import { LIMITS, packEdits, readState, stateQuery, unpackEdits, within } from "./state.js";

const FAILED = "事例のデータを読めませんでした。つながりを確かめて、もう一度開いてください。";
const EMPTY = "まだ事例がありません。下の欄でさがして入れるか、その下のキットから始めてください。";
const TOO_LONG = "直した文が多く、リンクが長くなりました。メールで送れないことがあります。Wordで保存すると確実です。";
const APART = "この事例は、自分のキットに集めた事例とは別です。ここで変えても、集めた事例は変わりません。";
const NUMBERS = { minutes: ["時間", "分"], people: ["人数", "人"] };
const LONGEST_IN_WORD = 2000; // characters of a link; a longer one goes without the edits
const LONGEST_LINK = 8000; // characters that mail programs and servers take

const root = document.querySelector("[data-builder]");
const part = (name) => document.querySelector(`[data-${name}]`);
const template = (name) => document.querySelector(`template[data-template=${name}]`);
const form = part("settings");
const templates = { worksheet: template("worksheet"), comparison: template("comparison") };
const { sourcesKey, licence } = root.dataset;
const readyKits = root.dataset.kits.split(" ");

let state = readState(location.search);
let edits = {};
let kit = null;
let missing = state.bad;
let picker = null;
let sheets = [];
let ready = null;

start();

async function start() {
  root.hidden = false;
  edits = await unpackEdits(location.hash);
  if (!location.search) {
    state = { ...state, cases: read("kit") };
    if (state.cases.length > 0) remember(); // from here on the address is the kit, so that it can be sent as it is
  }
  picker = attachPicker(part("picker"), { label: "事例", isIn: (id) => state.cases.includes(id), add: (id) => choose([...state.cases, id]) });
  for (const name of ["theme", "minutes", "people"]) form.elements[name].value = state[name];
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => { if (event.target.name) changeSettings(); }); // the picker's box has no name
  part("print").addEventListener("click", () => print());
  part("actions").addEventListener("click", (event) => { if (event.target.dataset.save) saveAs(event.target.dataset.save); });
  part("copy-link").addEventListener("click", copyLink);
  part("collect").addEventListener("click", collect);
  addEventListener("popstate", async () => {
    state = readState(location.search);
    edits = await unpackEdits(location.hash);
    show();
  });
  show();
}

function changeSettings() {
  const { theme, minutes, people } = form.elements;
  state = { ...state, theme: theme.value.trim(), minutes: within(minutes.value, LIMITS.minutes), people: within(people.value, LIMITS.people) };
  const changed = [minutes, people].filter(({ name, value }) => value === "" || Number(value) !== state[name]);
  tell(part("limits"), changed.map((field) => limitWords(field.name)).join(""));
  for (const field of changed) field.value = state[field.name];
  remember();
  showKit(); // not the lists: a click that ends the typing may be on one of their buttons
}

function choose(ids) {
  const isOwn = isBasket();
  state = { ...state, cases: cleanIds(ids) };
  missing = [];
  if (isOwn) write("kit", state.cases);
  remember();
  show();
}

/** Whether the cases here are those that the reader has collected, and not those of a link that somebody sent. */
function isBasket() {
  const collected = read("kit").filter((id) => !missing.includes(id));
  return collected.length === state.cases.length && collected.every((id) => state.cases.includes(id));
}

/** Put the cases into the reader's own collection, and say so where the button was. */
function collect(event) {
  write("kit", [...read("kit"), ...state.cases]);
  const collected = read("kit");
  const words = state.cases.every((id) => collected.includes(id)) ? `自分のキットに入れました（${collected.length}件）。` : `自分のキットに入るのは${collected.length}件までです。`;
  part("basket-words").textContent = words;
  part("collect").hidden = true;
  say(words);
  if (event.detail === 0) part("picker").querySelector("input").focus(); // by keyboard: the button is no longer there
}

function tellOfBasket() {
  const collected = read("kit");
  part("basket-words").textContent = APART;
  part("basket-notice").hidden = state.cases.every((id) => collected.includes(id));
  part("collect").hidden = false;
}

async function remember() {
  const address = location.pathname + stateQuery(state) + await packEdits(edits);
  history.replaceState(null, "", address);
  tell(part("link-notice"), lengthWords());
}

const lengthWords = () => (location.href.length > LONGEST_LINK ? TOO_LONG : "");

function edited(field, text) {
  edits = withEdit(edits, field, text);
  remember();
  tellOfEdits();
}

function tellOfEdits() {
  const words = kit ? editsWords(edits, fieldsOf(kit)) : "";
  if (words !== part("edits-notice").textContent) tell(part("edits-notice"), words); // said once, not at every change
}

async function show() {
  sheets = [];
  ready = null;
  try {
    const loaded = await loadSheets(state.cases);
    sheets = loaded.sheets;
    missing = [...new Set([...missing, ...loaded.missing])];
    state.cases = sheets.map((sheet) => sheet.id);
    if (readyKits.includes(state.kit)) ready = await load(`kit/${state.kit}`);
    tell(part("notice"), missingWords(missing, sheets.length) || (sheets.length ? "" : EMPTY));
  } catch {
    tell(part("notice"), FAILED);
  }
  showKit();
  const items = sheets.map((sheet, at) => chosenItem(sheet, at, state.cases, choose));
  keepingFocus(part("chosen"), () => part("chosen").replaceChildren(...items), () => part("picker").querySelector("input"));
  picker.refresh();
  tellOfBasket();
  part("kit").dataset.ready = "true";
}

function showKit() {
  const target = part("kit");
  const isThere = sheets.length > 0;
  kit = isThere ? makeKit(state, sheets, ready, edits) : null;
  target.dataset.kit = state.kit;
  target.replaceChildren(...(isThere ? kitParts(kit, templates, sourcesKey, edited) : []));
  tellOfEdits();
  for (const element of [target, part("actions"), part("hint")]) element.hidden = !isThere;
}

function limitWords(name) {
  const [what, unit] = NUMBERS[name];
  const [least, most] = LIMITS[name];
  return `${what}は${least}〜${most}${unit}です。${state[name]}${unit}にしました。`;
}

function saveAs(kind) {
  const title = kit.title.text;
  if (kind === "csv") save(fileName(`${title}（比較表）`, "csv"), "text/csv", csvText(plainTable(part("kit").querySelector("[data-compare]"), kit.sheets)));
  else if (kind === "md") save(fileName(title, "md"), "text/markdown", markdownOf(kitDocument(kit, about())));
  else save(fileName(title, "docx"), DOCX, docx(kitDocument(kit, about())));
}

/** What the page says beside the kit: headings of rows, fields before and after the table of needs, address, licence. */
function about() {
  const sheet = templates.worksheet.content;
  const table = sheet.querySelector("table");
  const fields = [...sheet.querySelectorAll(".hm-field")].map((field) => ({
    what: field.querySelector("h3").textContent,
    hint: field.querySelector("p").textContent,
    lines: Number(/hm-field--(\d)/u.exec(field.className)[1]),
    isBefore: Boolean(field.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING),
  }));
  return {
    sourcesKey,
    licence,
    address: location.href.length > LONGEST_IN_WORD ? location.href.split("#")[0] : location.href,
    headings: headingsOf(templates.comparison.content),
    before: fields.filter((field) => field.isBefore),
    after: fields.filter((field) => !field.isBefore),
  };
}

async function copyLink() {
  await remember();
  try {
    await navigator.clipboard.writeText(location.href);
    tell(part("link-notice"), `リンクをコピーしました。開いた人には同じキットが出ます。${lengthWords()}`);
  } catch {
    tell(part("link-notice"), "コピーできませんでした。アドレス欄のアドレスをそのままお使いください。");
  }
}

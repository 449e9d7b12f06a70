// The forms under which a word stands in a text: 育てる as 育てた, コーディネーター as コーディネータ.

const ENDINGS = { う: "いわえっ", く: "きかけい", ぐ: "ぎがげい", す: "しさせ", つ: "ちたて", ぬ: "になね", ぶ: "びばべん", む: "みまめん", る: "りられっ" };
const SURU = /(?<=[\p{Script=Han}ァ-ヺー])(?:する|した|して|します|しました|された|される|しない|したい)$/u;
const ICHIDAN = /(?<=\p{Script=Han}[ぁ-ん]{0,2}[えけせてねへめれげぜでべぺいきしちにひみりぎじび])(?:る|た|て|ます|ました|ない|られる|たい)$/u;
const GODAN = /^(?:.*[\p{Script=Han}].*|[ぁ-ん]{2,4})[うくぐすつぬぶむる]$/u;
const LONG_MARK = /(?<=[ァ-ヺ][ァ-ヺー]{2,})ー(?![ァ-ヺー])/gu; // at the end of a katakana word of four or more
const NO_MARK = /[ァ-ヺ][ァ-ヺー]{2,}[ァ-ヺ](?![ァ-ヺー])(?=.)/gu;

/** Return the other forms of `text` to search for, the most general first. */
export function forms(text) {
  return [...longMark(text), ...stems(text)].filter((form) => form !== text && form.length > 1);
}

function longMark(text) {
  const without = text.replace(LONG_MARK, "");
  const withMark = text.replace(NO_MARK, "$&ー"); // コーディネータ育成: followed by something, so no prefix finds it
  return [without, withMark];
}

function stems(text) {
  if (SURU.test(text)) return [text.replace(SURU, "")];
  if (text.endsWith("しい")) return [text.slice(0, -1)];
  if (ICHIDAN.test(text)) return [text.replace(ICHIDAN, "")];
  if (!GODAN.test(text)) return [];
  const stem = text.slice(0, -1);
  return Array.from(ENDINGS[text.at(-1)], (ending) => stem + ending);
}

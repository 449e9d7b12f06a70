// Hiragana and katakana.

const KANA_ONLY = /^[ぁ-ゖァ-ヺー・]+$/u;
const SHIFT = 0x60;
const shifted = (text, range, by) => text.replace(range, (c) => String.fromCharCode(c.charCodeAt(0) + by));

export const isKana = (text) => KANA_ONLY.test(text);
export const toHiragana = (text) => shifted(text, /[ァ-ヶ]/gu, -SHIFT);
export const toKatakana = (text) => shifted(text, /[ぁ-ゖ]/gu, SHIFT);

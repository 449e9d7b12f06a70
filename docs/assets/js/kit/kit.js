// A kit from its state: every text that may be edited has a key, so that an edit finds it again.

import { agenda } from "./agenda.js";
import { howMany, questionsFor } from "./questions.js";

const FEW = 4; // cases; with more, one need of each stands on the worksheet
export const OWN_QUESTIONS = 3;

/** Return the kit of `state` for `sheets`; `ready` is the ready-made kit that it starts from, or null. */
export function makeKit(state, sheets, ready, edits) {
  const text = (slot, original) => {
    const key = `${slot}~${mark(original)}`;
    return { key, original, text: edits[key] ?? original };
  };
  const whole = ready && sameCases(sheets, ready);
  const questions = questionsFor(sheets, howMany(state.minutes), ready?.questions ?? []);
  const lecturer = sheets[0]?.recipient ?? "";
  const steps = whole && ready.minutes === state.minutes ? clocked(ready.agenda) : agenda({ ...state, count: sheets.length, questions: questions.length, lecturer });
  return {
    title: text("title", state.theme || themeOf(sheets)),
    lead: text("lead", whole ? ready.lead : leadOf(sheets)),
    minutes: state.minutes,
    people: state.people,
    steps: steps.map((step) => ({ ...step, what: text("what", step.what), how: text("how", step.how) })),
    prepare: (ready?.prepare ?? []).map((item) => text("prepare", item)),
    sheets,
    views: new Map(sheets.map((sheet) => [sheet.id, text("view", ready?.viewpoints[sheet.id] ?? sheet.view)])),
    questions: [
      ...questions.map((question) => ({ ...question, ...text("question", question.text) })),
      ...Array.from({ length: OWN_QUESTIONS }, (_, at) => ({ ...text("own", "".padEnd(at, " ")), cases: [], basis: "", isOwn: true })),
    ],
    needs: sheets.flatMap((sheet) => sheet.needs.slice(0, sheets.length <= FEW ? 3 : 1).map((need) => ({ need, name: sheet.name }))),
  };
}

const sameCases = (sheets, ready) => sheets.length === ready.cases.length && sheets.every((sheet) => ready.cases.includes(sheet.id));

function clocked(items) {
  let start = 0;
  return items.map((item) => ({ ...item, start, end: (start += item.minutes) }));
}

/** A theme where the reader gave none: the challenge that most of the cases met. */
function themeOf(sheets) {
  const labels = sheets.flatMap((sheet) => sheet.challenges);
  const often = (label) => labels.filter((other) => other === label).length;
  const [first] = [...new Set(labels)].sort((a, b) => often(b) - often(a));
  return first ? `「${first}」に取り組む` : "事例に学ぶ";
}

function leadOf(sheets) {
  const names = sheets.slice(0, 4).map((sheet) => sheet.name).join("、") + (sheets.length > 4 ? "など" : "");
  const what = sheets.length === 1 ? `${names}の事例を読み` : `${names}の${sheets.length}件の事例を見比べ`;
  return `${what}、自分の地域で使えるところ、変えるところ、足りないものを書き出します。`;
}

/** Return a short mark of a text (FNV-1a), so that an edit is dropped when the text under it changes. */
function mark(original) {
  let value = 0x811c9dc5;
  for (let at = 0; at < original.length; at += 1) value = Math.imul(value ^ original.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}

/** Return the texts of the questions that are to be printed. */
export const askedQuestions = (kit) => kit.questions.filter((question) => question.text.trim());

/** Return a minute as a clock that starts at 0:00. */
export const clock = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

// A kit from its state: every text that may be edited is a field (edits.js).

import { agenda } from "./agenda.js";
import { fieldAt, fieldFor } from "./edits.js";
import { howMany, questionsFor } from "./questions.js";

const FEW = 4; // cases; with more, one need of each stands on the worksheet
export const OWN_QUESTIONS = 3;

/** Return the kit of `state` for `sheets`; `ready` is the ready-made kit that it starts from, or null. */
export function makeKit(state, sheets, ready, edits) {
  const at = (place, original) => fieldAt(edits, place, original);
  const whole = ready && sameCases(sheets, ready);
  const questions = questionsFor(sheets, howMany(state.minutes), ready?.questions ?? []);
  const steps = whole && ready.minutes === state.minutes ? clocked(ready.agenda) : agenda({ ...state, sheets, questions: questions.length });
  return {
    title: at("title", state.theme || themeOf(sheets)),
    lead: at("lead", whole ? ready.lead : leadOf(sheets)),
    minutes: state.minutes,
    people: state.people,
    steps: steps.map((step) => ({ ...step, what: at(`what~${step.name}`, step.what), how: at(`how~${step.name}`, step.how) })),
    prepare: (ready?.prepare ?? []).map((item, number) => at(`prepare~${number}`, item)),
    sheets,
    views: new Map(sheets.map((sheet) => [sheet.id, at(`view~${sheet.id}`, ready?.viewpoints[sheet.id] ?? sheet.view)])),
    questions: [
      ...questions.map((question) => ({ ...question, ...fieldFor(edits, "question", question.text) })),
      ...Array.from({ length: OWN_QUESTIONS }, (_, number) => ({ ...fieldFor(edits, "own", "".padEnd(number, " ")), cases: [], basis: "", isOwn: true })),
    ],
    needs: sheets.flatMap((sheet) => sheet.needs.slice(0, sheets.length <= FEW ? 3 : 1).map((need) => ({ need, name: sheet.name }))),
  };
}

/** Return every field of `kit`. */
export const fieldsOf = (kit) => [kit.title, kit.lead, ...kit.steps.flatMap(({ what, how }) => [what, how]), ...kit.prepare, ...kit.views.values(), ...kit.questions];

const sameCases = (sheets, ready) => sheets.length === ready.cases.length && sheets.every((sheet) => ready.cases.includes(sheet.id));

function clocked(items) {
  let start = 0;
  return items.map((item, number) => ({ ...item, name: `ready-${number}`, start, end: (start += item.minutes) }));
}

/** A theme where the reader gave none: the challenge that most of the cases met. */
function themeOf(sheets) {
  const labels = sheets.flatMap((sheet) => sheet.challenges);
  const often = (label) => labels.filter((other) => other === label).length;
  const [first] = [...new Set(labels)].sort((a, b) => often(b) - often(a));
  return first ? `「${first}」に取り組む` : "事例に学ぶ";
}

function leadOf(sheets) {
  const names = sheets.slice(0, 4).map((sheet) => sheet.called).join("、") + (sheets.length > 4 ? "など" : "");
  const what = sheets.length === 1 ? `${names}の事例を読み` : `${names}の${sheets.length}件の事例を見比べ`;
  return `${what}、自分の地域で使えるところ、変えるところ、足りないものを書き出します。`;
}

/** Return the texts of the questions that are to be printed. */
export const askedQuestions = (kit) => kit.questions.filter((question) => question.text.trim());

/** Return a minute as a clock that starts at 0:00. */
export const clock = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

// Questions for the chosen cases: contrasts between them, then one from each in turn, each about another side of it.

const MONEY = "資金";
const KINDS = ["need", "wall", "method", "money", "count", "start"];

/** Return how many questions fit into `minutes`. */
export const howMany = (minutes) => Math.min(10, Math.max(3, Math.round(minutes / 15)));

/** Return up to `most` questions [{text, cases, basis}] about `sheets`, those of a ready-made kit (`given`) first. */
export function questionsFor(sheets, most, given = []) {
  const chosen = given.filter((question) => question.cases.every((id) => sheets.some((sheet) => sheet.id === id)));
  const made = [...chosen];
  if (chosen.length === 0) made.push(...contrasts(sheets));
  const kinds = made.some((question) => question.basis === MONEY) ? KINDS.filter((kind) => kind !== "money") : KINDS;
  for (const question of inTurn(sheets, kinds)) {
    if (made.length >= most) break;
    made.push(question);
  }
  return made.slice(0, most);
}

function contrasts(sheets) {
  const found = [sharedChallenge(sheets), moneyPair(sheets)];
  return found.filter(Boolean);
}

function sharedChallenge(sheets) {
  for (const [at, one] of sheets.entries()) {
    for (const other of sheets.slice(at + 1)) {
      const challenge = one.challenges.find((label) => other.challenges.includes(label));
      const [ours, theirs] = [one, other].map((sheet) => sheet.methods.filter((label) => sheet === one ? !other.methods.includes(label) : !one.methods.includes(label)));
      if (!challenge || ours.length === 0 || theirs.length === 0) continue;
      return {
        text: `同じ「${challenge}」に、${one.called}は「${ours.join("」「")}」で、${other.called}は「${theirs.join("」「")}」で応えました。自分の地域の条件に近いのはどちらですか。決め手は何ですか。`,
        cases: [one.id, other.id],
        basis: "課題・手法",
      };
    }
  }
  return null;
}

function moneyPair(sheets) {
  const paid = sheets.filter((sheet) => sheet.money);
  if (paid.length < 2) return null;
  const [one, other] = paid;
  return {
    text: `${one.called}：${one.money}　${other.called}：${other.money}　二つのお金の持ち方を比べてください。自分の地域で続けるなら、だれがいくら持ちますか。`,
    cases: [one.id, other.id],
    basis: MONEY,
  };
}

const BASIS = { need: "まねる前に要るもの", wall: "苦労と限界", method: "手法カード", money: MONEY, count: "数字", start: "課題" };

function* inTurn(sheets, kinds) {
  let left = sheets.map((sheet) => sheet.prompts.filter(([kind]) => kinds.includes(kind)));
  for (let round = 0; left.some((prompts) => prompts.length > 0); round += 1) {
    for (const [at, sheet] of sheets.entries()) {
      const wanted = kinds.map((_, step) => kinds[(at + round + step) % kinds.length]);
      const kind = wanted.find((about) => left[at].some(([own]) => own === about));
      if (!kind) continue;
      const next = left[at].find(([own]) => own === kind);
      left = left.map((prompts) => prompts.filter((prompt) => prompt !== next && !asksTheSame(prompt, next)));
      yield { text: next[1], cases: [sheet.id], basis: `${sheet.called}の${BASIS[kind]}` };
    }
  }
}

/** A method card asks every case that uses the method the same, after the case's own words. */
const asksTheSame = (one, other) => one[0] === "method" && other[0] === "method" && question(one) === question(other);
const question = ([, text]) => text.slice(text.indexOf("：") + 1);

// An agenda that fits the time, the cases and the people: shares of a tried plan, in whole minutes.

const PLANS = [ // up to so many minutes: the minutes that steps come in, and [step, share]; the break has its own length
  [74, 1, [["start", 5], ["home", 5], ["cases", 15], ["compare", 5], ["talk", 18], ["sheet", 7], ["end", 5]]],
  [104, 1, [["start", 5], ["home", 5], ["cases", 20], ["compare", 10], ["talk", 28], ["sheet", 14], ["end", 8]]],
  [134, 5, [["start", 5], ["home", 10], ["cases", 25], ["compare", 10], ["break", 0], ["talk", 30], ["sheet", 20], ["end", 10]]],
  [Infinity, 5, [["start", 10], ["lecture", 40], ["cases", 20], ["compare", 15], ["break", 0], ["talk", 40], ["sheet", 25], ["end", 20]]],
];
const LEAST_FOR_A_CASE = 4; // minutes; with less, groups read different cases
const LEAST_FOR_A_QUESTION = 9; // minutes
const LEAST_FOR_A_WORD = 20; // seconds in which somebody says one thing
const MANY = 40; // people, who put on the wall what they have to say
const GROUP = 4.5;

/** Return the steps [{name, minutes, start, end, what, how}]; their minutes add up to `minutes`. */
export function agenda({ minutes, people, sheets, questions }) {
  const [, unit, plan] = PLANS.find(([most]) => minutes <= most);
  const shares = plan.filter(([step]) => step !== "compare" || sheets.length > 1);
  const lengths = lengthsOf(shares, minutes, unit);
  let start = 0;
  return shares.map(([name], at) => {
    const length = lengths[at];
    const made = { name, minutes: length, start, end: start + length, ...words(name, { length, people, sheets, questions }) };
    start += length;
    return made;
  });
}

/** Return the minutes of each step; the break's are about a twentieth of all, and the talk has what is no whole unit. */
function lengthsOf(shares, minutes, unit) {
  const pause = shares.some(([step]) => step === "break") ? Math.max(10, Math.round(minutes / 90) * 5) : 0;
  const units = Math.floor((minutes - pause) / unit);
  const rest = minutes - pause - units * unit;
  const spread = apportion(units, shares.map(([, share]) => share));
  return shares.map(([step], at) => spread[at] * unit + (step === "break" ? pause : 0) + (step === "talk" ? rest : 0));
}

/** Return whole numbers in proportion to `shares` that add up to `total`: the largest remainders get what is left. */
function apportion(total, shares) {
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => (share * total) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, part) => all + part, 0);
  const order = exact.map((part, at) => [part - whole[at], at]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, at] of order.slice(0, left)) whole[at] += 1;
  return whole;
}

function words(step, { length, people, sheets, questions }) {
  const groups = Math.max(1, Math.round(people / GROUP));
  const [fewest, most] = [Math.floor(people / groups), Math.ceil(people / groups)];
  const inGroups = groups === 1 ? "全員で" : `${groups}組（1組${fewest === most ? "" : `${fewest}〜`}${most}人）に分かれて`;
  switch (step) {
    case "start": return { what: "はじめに", how: "今日のねらいと、終わりに持ち帰るもの（書き込んだワークシート）を伝えます。" };
    case "home": return { what: "自分の地域の課題を一行で書く", how: "だれが、何に困っているかを各自で書き、隣の人に読みます。" };
    case "lecture": return wordsOfLecture(sheets, length);
    case "cases": return wordsOfCases(sheets.length, Math.floor(length / Math.max(1, sheets.length)), groups, inGroups);
    case "compare": return { what: "比較表で確かめる", how: "「資金」「苦労と限界」「まねる前に要るもの」の行を、全員で横に読みます。" };
    case "break": return { what: "休憩", how: "席を替え、立場の違う人どうしが同じ組になるようにします。" };
    case "talk": return { what: "討議", how: `${inGroups}、${asked(questions, length, groups)}話します。書き役を決め、半分の時間で替わります。` };
    case "sheet": return { what: "自分の地域に置き換える", how: "ワークシートを一人で書き、組の中で読み合います。" };
    default: return wordsOfEnd(people, length);
  }
}

function wordsOfLecture(sheets, length) {
  const talk = Math.round(length * 0.75);
  const whom = sheets[0].called + (sheets.length > 1 ? "など" : "");
  return { what: "受賞者の講演", how: `${whom}に講演を頼みます（話${talk}分、質問${length - talk}分）。頼めないときは、事例の要点を読む時間にします。` };
}

function wordsOfCases(count, minutes, groups, inGroups) {
  if (minutes >= LEAST_FOR_A_CASE) {
    return { what: `${count}件の事例を紹介する`, how: `1件${minutes}分。「ここを見る」だけを話し、くわしくは事例の要点で読みます。` };
  }
  if (groups === 1) {
    return { what: `${count}件の事例を手分けして読む`, how: "一人が1件か2件ずつ読みます。後半は、読んだ事例を1人1分で話します。" };
  }
  return { what: `${count}件の事例を分けて読む`, how: `${inGroups}、1組が${Math.ceil(count / groups)}件ずつ読みます。後半は組を替え、読んだ事例を1人1分で話します。` };
}

/** Return what the talk is about: 「問い1〜3を」, or as many of the questions as there is time for. */
function asked(questions, length, groups) {
  const most = Math.max(2, Math.floor(length / LEAST_FOR_A_QUESTION));
  if (questions === 0) return "自分たちで用意した問いを";
  if (questions > most) return `${groups === 1 ? "" : "組ごとに"}問いを${most}つ選び、`;
  return questions === 1 ? "問い1を" : `問い1〜${questions}を`;
}

function wordsOfEnd(people, length) {
  const what = "最初の一歩を言う";
  if (people >= MANY) return { what: "最初の一歩を貼り出す", how: "来月までにだれに会うかを、組ごとに紙に書いて貼り出し、歩いて読みます。" };
  if (people * LEAST_FOR_A_WORD > length * 60) return { what, how: "組ごとに一つ、来月までにだれに会うかを言います。" };
  return { what, how: "一人一言で、来月までにだれに会うかを言います。" };
}

// An agenda that fits the time, the number of cases and the people: shares of a tried plan, in whole minutes.

const PLANS = [ // up to so many minutes: [step, share]
  [74, [["start", 5], ["home", 5], ["cases", 15], ["compare", 5], ["talk", 18], ["sheet", 7], ["end", 5]]],
  [134, [["start", 5], ["home", 5], ["cases", 20], ["compare", 10], ["talk", 28], ["sheet", 14], ["end", 8]]],
  [Infinity, [["start", 10], ["lecture", 40], ["cases", 20], ["compare", 15], ["break", 10], ["talk", 40], ["sheet", 25], ["end", 20]]],
];
const LEAST_FOR_A_CASE = 4; // minutes; with less, groups read different cases
const GROUP = 4.5;

/** Return the steps [{minutes, start, end, what, how}]; their minutes add up to `minutes`. */
export function agenda({ minutes, people, count, questions, lecturer }) {
  const [, shares] = PLANS.find(([most]) => minutes <= most);
  const spread = apportion(minutes, shares.map(([, share]) => share));
  let start = 0;
  return shares.map(([step], at) => {
    const length = spread[at];
    const made = { minutes: length, start, end: start + length, ...words(step, { length, people, count, questions, lecturer }) };
    start += length;
    return made;
  });
}

/** Return whole numbers in proportion to `shares` that add up to `total`: the largest remainders get what is left. */
export function apportion(total, shares) {
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => (share * total) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, part) => all + part, 0);
  const order = exact.map((part, at) => [part - whole[at], at]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, at] of order.slice(0, left)) whole[at] += 1;
  return whole;
}

function words(step, { length, people, count, questions, lecturer }) {
  const groups = Math.max(1, Math.round(people / GROUP));
  const [fewest, most] = [Math.floor(people / groups), Math.ceil(people / groups)];
  const inGroups = groups === 1 ? "全員で" : `${groups}組（1組${fewest === most ? "" : `${fewest}〜`}${most}人）に分かれて`;
  switch (step) {
    case "start": return { what: "はじめに", how: "今日のねらいと、終わりに持ち帰るもの（書き込んだワークシート）を伝えます。" };
    case "home": return { what: "自分の地域の課題を一行で書く", how: "だれが、何に困っているかを各自で書き、隣の人に読みます。" };
    case "lecture": return { what: "受賞機関の講演", how: `${lecturer}などから講師を招きます（話${Math.round(length * 0.75)}分、質問${length - Math.round(length * 0.75)}分）。招けないときは、ブリーフを読む時間にします。` };
    case "cases": return wordsOfCases(count, Math.floor(length / Math.max(1, count)), groups, inGroups);
    case "compare": return { what: "比較表で確かめる", how: "「資金」「苦労と限界」「まねる前に要るもの」の行を、全員で横に読みます。" };
    case "break": return { what: "休憩", how: "席を替え、立場の違う人どうしが同じ組になるようにします。" };
    case "talk": return { what: "討議", how: `${inGroups}、問い1〜${questions}を話します。書き役を決め、半分の時間で替わります。` };
    case "sheet": return { what: "自分の地域に置き換える", how: "ワークシートを一人で書き、組の中で読み合います。" };
    default: return { what: "最初の一歩を言う", how: "一人一言で、来月までにだれに会うかを言います。" };
  }
}

function wordsOfCases(count, minutes, groups, inGroups) {
  if (minutes >= LEAST_FOR_A_CASE) {
    return { what: `${count}件の事例を紹介する`, how: `1件${minutes}分。「ここを見る」だけを話し、くわしくはブリーフで読みます。` };
  }
  if (groups === 1) {
    return { what: `${count}件の事例を手分けして読む`, how: "一人が1件か2件ずつ読みます。後半は、読んだ事例を1人1分で話します。" };
  }
  return { what: `${count}件の事例を分けて読む`, how: `${inGroups}、1組が${Math.ceil(count / groups)}件ずつ読みます。後半は組を替え、読んだ事例を1人1分で話します。` };
}

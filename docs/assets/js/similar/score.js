// Rank cases for a reader's situation: the same sums as model/situation.py, with the weights that the build wrote.

const FACETS = [["challenge", "challenges", "同じ課題"], ["theme", "themes", "同じテーマ"]];

/** Return scorer(situation) → [{item, score, reasons}], best first, for `cases` in display order. */
export function scorer(cases, data) {
  const counts = new Map();
  const count = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const item of cases) {
    for (const facet of ["challenge", "theme"]) for (const key of item[facet]) count(`${facet}/${key}`);
    count(`type/${item.type}`);
  }
  const using = new Map(data.means.map(([means, methods]) => [means, cases.filter((item) => methods.some((key) => item.method.includes(key))).length]));
  const weight = (facet, plural, key) => data.weights[plural] / Math.sqrt(counts.get(`${facet}/${key}`));
  const rounded = (number) => Number(number.toFixed(data.decimals));

  const reasonsOf = (item, situation) => {
    const found = [];
    for (const [facet, plural, words] of FACETS) {
      for (const key of situation[facet]) {
        if (item[facet].includes(key)) found.push([weight(facet, plural, key), `${words}：${data.labels[plural][key]}`]);
      }
    }
    for (const [means, methods] of data.means) {
      const labels = methods.filter((key) => item.method.includes(key)).map((key) => data.labels.methods[key]);
      if (labels.length === 0 || !situation.means.includes(means)) continue;
      found.push([data.weights.methods / Math.sqrt(using.get(means)), `手元のものを生かす手法：${labels.join("・")}`]);
    }
    if (situation.type && situation.type === item.type) {
      found.push([weight("type", "type", item.type), `同じ立場：${data.labels.organisation_types[item.type]}`]);
    }
    return [...found, ...nearness(item, situation.prefecture, data)];
  };

  return (situation) => cases
    .map((item) => {
      const parts = reasonsOf(item, situation).sort((a, b) => rounded(b[0]) - rounded(a[0]));
      return { item, score: rounded(parts.reduce((sum, [score]) => sum + score, 0)), reasons: parts.map(([, words]) => words) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.score - a.score);
}

function nearness(item, home, { prefectures, regions, weights }) {
  const own = prefectures[home];
  if (!own) return [];
  const [name, region, neighbours] = own;
  if (item.prefecture === home) return [[weights.prefecture, `同じ地域：${name}`]];
  if (neighbours.includes(item.prefecture)) return [[weights.neighbour, `隣の地域：${prefectures[item.prefecture][0]}`]];
  return region && item.region === region ? [[weights.region, `同じ地方：${regions[region]}`]] : [];
}

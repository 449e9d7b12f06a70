// In place of search/fetching.js in the edition that opens from disk: a page there may load scripts, but fetch no files.

const waiting = new Map();
globalThis.homareData = (name, data) => waiting.get(name)?.(data);

/** Return the promise of what assets/search/<name>.js under `root` hands over. */
export function fetchData(name, root) {
  return new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    const script = document.createElement("script");
    script.src = new URL(`assets/search/${name}.js`, root).href;
    script.addEventListener("error", () => reject(new Error(name)));
    document.head.append(script);
  });
}

// How a data file of the site comes into the browser. The edition that opens from disk has its own: offline/fetching.js.

/** Return the promise of what assets/search/<name>.json.gz under `root` holds. */
export async function fetchData(name, root) {
  const response = await fetch(new URL(`assets/search/${name}.json.gz`, root));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b; // some servers have already unpacked it for us
  const body = packed ? new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")) : new Blob([bytes]);
  return new Response(body).json();
}

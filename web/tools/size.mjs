// Builds once more in memory. Fails when the first load of a page (everything that it imports, gzipped) is over the
// budget, or when the second build differs from the one in dist.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const budget = 250_000;
const dist = new URL("../dist/", import.meta.url);
const { output } = await build({ logLevel: "error", build: { write: false } });
const files = new Map(output.map((file) => [file.fileName, file]));
const bytesOf = (file) => Buffer.from(file.type === "chunk" ? file.code : file.source);
const gzipped = (name) => gzipSync(bytesOf(files.get(name)), { level: 9 }).length;
const sum = (names) => [...names].reduce((total, name) => total + gzipped(name), 0);

function firstLoad(name, seen = new Set()) {
  const chunk = files.get(name);
  if (seen.has(name) || chunk?.type !== "chunk") return seen;
  seen.add(name);
  for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
  for (const imported of chunk.imports) firstLoad(imported, seen);
  return seen;
}

const chunks = output.filter(({ type }) => type === "chunk");
const shell = chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => [...firstLoad(fileName)]);
const pages = chunks.filter(({ facadeModuleId }) => /Page\.tsx$/.test(facadeModuleId ?? ""));
const faults = [];
for (const page of pages) {
  const names = new Set(["index.html", ...shell, ...firstLoad(page.fileName)]);
  const bytes = sum(names);
  if (bytes > budget) faults.push(`${page.name} is over the budget of ${budget / 1000} kB`);
  console.log(
    `${(bytes / 1000).toFixed(1).padStart(7)} kB gz  ${String(names.size).padStart(2)} files  ${page.name}`,
  );
}
console.log(`${(sum(files.keys()) / 1000).toFixed(1).padStart(7)} kB gz  everything`);

for (const [name, file] of files) {
  if (!readFileSync(new URL(name, dist)).equals(bytesOf(file)))
    faults.push(`${name} differs between two builds`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

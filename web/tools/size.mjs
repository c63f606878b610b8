// Fails when the first load of a page is larger than the budget: everything that the page imports, gzipped.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budget = 250_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const gzipped = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

const shell = [...filesOf("index.html"), "index.html"];
const pages = Object.keys(manifest).filter((key) => /Page\.tsx$/.test(key));
let failed = false;
for (const page of pages.sort()) {
  const files = new Set([...shell, ...filesOf(page)]);
  const bytes = [...files].reduce((sum, file) => sum + gzipped(file), 0);
  failed ||= bytes > budget;
  console.log(
    `${(bytes / 1000).toFixed(1).padStart(7)} kB gz  ${files.size} files  ${page}${bytes > budget ? "  over the budget" : ""}`,
  );
}
const whole = readdirSync(new URL("assets/", dist)).reduce((sum, file) => sum + gzipped(`assets/${file}`), 0);
console.log(`${(whole / 1000).toFixed(1).padStart(7)} kB gz  everything (budget ${budget / 1000} kB a page)`);
process.exit(failed ? 1 : 0);

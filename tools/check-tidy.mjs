// check-tidy.mjs BUILD changed|all: runs clang-tidy over the files of compile_commands.json, one a core. `changed` are
// those of the work tree and of the last ten commits: looking at every file costs about as much as compiling it. A file
// that was clean and whose text, headers and rules did not change since is not looked at again.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, relative, resolve } from "node:path";

const [build, scope] = process.argv.slice(2);
const root = process.cwd();
const tidy = "clang-tidy-19";

const stem = (path) => path.replace(/\.[a-z]+$/, "");
function changedStems() {
  const git = (...args) =>
    execFileSync("git", ["-c", "safe.directory=*", ...args]).toString().split("\n").filter(Boolean);
  const depth = Number(git("rev-list", "--count", "HEAD")[0]);
  const base = `HEAD~${Math.min(10, depth - 1)}`;
  return new Set([...git("diff", "--name-only", base), ...git("ls-files", "-o", "--exclude-standard")].map(stem));
}

const changed = scope === "changed" && existsSync(".git") ? changedStems() : undefined;
const isWanted = (path) =>
  path.endsWith(".cpp") && !path.startsWith("build/") && (changed === undefined || changed.has(stem(path)));

const commands = JSON.parse(readFileSync(`${build}/compile_commands.json`, "utf8"));
const objects = commands.map(({ file, output }) => [relative(root, file), output]);
const files = new Map(objects.filter(([path]) => isWanted(path)));

const textHash = new Map();
function hashOf(path) {
  if (!textHash.has(path)) textHash.set(path, createHash("sha256").update(readFileSync(path)).digest("hex"));
  return textHash.get(path);
}

// What ninja learned of each object's headers while compiling it.
const headers = new Map();
let object;
for (const line of execFileSync("ninja", ["-C", build, "-t", "deps"], { maxBuffer: 1 << 28 }).toString().split("\n")) {
  if (line.startsWith("    ")) headers.get(object).push(resolve(build, line.trim()));
  else if (line.includes(": #deps")) headers.set((object = line.slice(0, line.indexOf(": #deps"))), []);
}

function fingerprint(path, output) {
  const own = headers.get(output)?.filter((header) => header.startsWith(root) && existsSync(header));
  if (!own) return undefined;
  const parts = [path, ".clang-tidy", ...own].map((file) => `${relative(root, file)} ${hashOf(file)}`);
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

function look(path) {
  const options = ["--quiet", "-p", build, "--extra-arg=-Wno-unknown-warning-option"];
  // clang reports the deprecated parts that g++'s own library uses
  options.push("--extra-arg=-Wno-deprecated-declarations", "--extra-arg=-Wno-cast-qual", path);
  return new Promise((done) => {
    const tell = (error, stdout, stderr) => done({ clean: !error, told: stdout || stderr });
    execFile(tidy, options, { maxBuffer: 1 << 26 }, tell);
  });
}

const waiting = [...files];
let [clean, known, dirty] = [0, 0, 0];
const problems = new Set();
async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [path, output] = next;
    const mark = `build/tidy/${path}.clean`;
    const key = fingerprint(path, output);
    if (key && existsSync(mark) && readFileSync(mark, "utf8") === key) {
      known += 1;
      continue;
    }
    const found = await look(path);
    if (found.clean) {
      clean += 1;
      if (key) {
        mkdirSync(dirname(mark), { recursive: true });
        writeFileSync(mark, key);
      }
      continue;
    }
    dirty += 1;
    // a header's problem is told once, not by every file that includes it
    for (const part of found.told.split(/\n(?=\S+:\d+:\d+: )/)) problems.add(part.trim());
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));

for (const problem of problems) console.log(problem);
console.log(`clang-tidy: ${clean} clean, ${known} unchanged, ${dirty} with problems`);
process.exit(dirty > 0 ? 1 : 0);

// kill-server.mjs BINARY [ROUNDS]: writes through a running server, kills it with SIGKILL at a random moment, starts it
// again and looks whether every write that was confirmed is there, whether numbers have no gap, and whether the hash
// chains hold. On SQLite, and on PostgreSQL when HOSHUBAN_TEST_POSTGRES is set.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, signIn, start as startServer } from "./server.mjs";

const [binary, rounds = "5"] = process.argv.slice(2);
const contract = "sapporo-r7-juki-cs";
const writers = 8;
const prefix = "A25A-";

const start = (common, port, extra) => startServer(binary, common, port, extra);

async function write(url, headers, confirmed, running) {
  while (running.yes) {
    try {
      const answer = await fetch(`${url}/api/v1/contracts/${contract}/work-requests`, {
        method: "POST",
        headers,
        body: JSON.stringify({ title: "停電の試験", body: "", entered_on: "2025-12-01" }),
      });
      if (answer.status === 201) confirmed.push((await answer.json()).number);
    } catch {
      return; // the connection broke: nothing was confirmed
    }
  }
}

async function allNumbers(url, headers) {
  const numbers = [];
  for (let cursor = ""; cursor !== null; ) {
    const list = `${url}/api/v1/contracts/${contract}/work-requests?limit=500&cursor=${cursor}`;
    const answer = await fetch(list, { headers });
    const page = await answer.json();
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.next_cursor;
  }
  return numbers;
}

function checkNumbers(confirmed, numbers) {
  const stored = new Set(numbers);
  const lost = confirmed.filter((number) => !stored.has(number));
  if (lost.length > 0) throw new Error(`confirmed and lost: ${lost.join(", ")}`);
  const order = numbers.map((number) => Number(number.slice(prefix.length)));
  order.forEach((number, index) => {
    if (number !== index + 1) throw new Error(`a gap in the numbers at ${index + 1}`);
  });
}

async function story(name, common) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const confirmed = [];
  let server = await start(common, port, ["--demo"]);
  const person = server.started.sign_ins.find(({ role }) => role === "city_section");
  for (let round = 0; round < Number(rounds); ++round) {
    const headers = await signIn(url, person);
    const running = { yes: true };
    const busy = Array.from({ length: writers }, () => write(url, headers, confirmed, running));
    await new Promise((done) => setTimeout(done, 100 + Math.random() * 400));
    server.child.kill("SIGKILL");
    await server.exited;
    running.yes = false;
    await Promise.all(busy);
    execFileSync(binary, ["audit", "verify", ...common], { stdio: ["ignore", "ignore", "inherit"] });
    server = await start(common, port);
    checkNumbers(confirmed, await allNumbers(url, await signIn(url, person)));
  }
  server.child.kill("SIGTERM");
  await server.exited;
  if (confirmed.length < Number(rounds))
    throw new Error("hardly anything was written: the test tells nothing");
  console.log(
    `${name}: killed ${rounds} times, ${confirmed.length} confirmed writes, none lost, no gap, chains hold`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "hoshuban-kill-"));
try {
  await story("SQLite", ["--data", join(folder, "sqlite")]);
  const server = process.env.HOSHUBAN_TEST_POSTGRES;
  if (server) {
    execFileSync("psql", [server, "-q", "-c", "CREATE DATABASE hoshuban_kill TEMPLATE template0"]);
    const database = server.replace("/postgres", "/hoshuban_kill");
    await story("PostgreSQL", ["--data", join(folder, "postgres"), "--database", database]);
  }
} finally {
  rmSync(folder, { recursive: true });
}

// kill-swapping-server.mjs BINARY [ROUNDS]: exchanges the unit of an incident for a spare and takes it back, over and
// over, kills the server with SIGKILL at a random moment, starts it again and looks whether the flow of the incident
// and the register of units say the same: both movements and the step, or nothing of them (SPR-03). On SQLite, and on
// PostgreSQL when HOSHUBAN_TEST_POSTGRES is set.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, signIn, start } from "./server.mjs";

const [binary, rounds = "5"] = process.argv.slice(2);
const below = "/api/v1/contracts/mihon-city";

/** A client of one person below the contract. */
function clientOf(url, headers) {
  const send = async (method, path, body, version) => {
    const answer = await fetch(`${url}${below}${path}`, {
      method,
      headers: { ...headers, ...(version && { "If-Match": `"${version}"` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
    return json;
  };
  return {
    get: (path) => send("GET", path),
    post: (path, body, version) => send("POST", path, body, version),
  };
}

const ago = (minutes) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;

async function prepare(client) {
  const { items } = await client.get("/register?class=terminal&use=in_service&limit=50");
  const [unit, spare] = items;
  await client.post(`/register/${spare.id}/moves`, {
    on: ago(10 * 24 * 60).slice(0, 10),
    site_id: spare.site_id,
    place: "予備機棚",
    use: "spare",
    cause: "change_of_use",
  });
  const incident = await client.post("/incidents", {
    intake: { phenomenon: "電源が入らない", place: "1階", device_id: unit.id, contact_person: "窓口 花子" },
    handed_over: true,
    at: ago(30),
    person: "見本 太郎",
    city_person: "見本 太郎",
  });
  return { unit: unit.id, spare: spare.id, path: `/incidents/${incident.id}` };
}

const swapWith = (spare) => ({ step: "swap", spare_id: spare, at: ago(0), person: "保全 三枝" });
const swapOf = ({ flow }) => flow.steps.find(({ kind }) => kind === "swap");

/** Exchanges and takes back until the connection breaks; `told` hears of everything that was confirmed. */
async function exchange(client, { spare, path }, told) {
  let running = true;
  while (running) {
    try {
      const now = await client.get(path);
      const { entry } = swapOf(now);
      const act = entry
        ? client.post(`${path}/steps/${entry.id}/take-back`, { reason: "停電の試験" }, now.version)
        : client.post(`${path}/swap`, swapWith(spare), now.version);
      await act;
      told();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // a refusal; a TypeError is the broken connection
      running = false;
    }
  }
}

async function agree(client, { unit, spare, path }) {
  const incident = await client.get(path);
  const entries = incident.flow.entries;
  const swapped = swapOf(incident).standing === "done";
  const use = async (id) => (await client.get(`/register/${id}`)).unit.use;
  const uses = `${await use(unit)} ${await use(spare)}`;
  if (uses !== (swapped ? "repair in_service" : "in_service spare"))
    throw new Error(`the flow says ${swapped ? "exchanged" : "not exchanged"}, the register ${uses}`);
  const back = entries.filter(({ taken_back }) => taken_back !== "").length;
  const { items } = await client.get(`/register/movements?device=${unit}&limit=200`);
  if (items.length !== Math.min(200, entries.length + back))
    throw new Error(`${entries.length} exchanges and ${back} taken back, but ${items.length} movements`);
}

async function story(name, common) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server = await start(binary, common, port, ["--demo"]);
  const person = server.started.sign_ins.find(({ role }) => role === "worker");
  const things = await prepare(clientOf(url, await signIn(url, person)));
  let confirmed = 0;
  for (let round = 0; round < Number(rounds); ++round) {
    const client = clientOf(url, await signIn(url, person));
    let busy;
    await new Promise((twice) => {
      let here = 0;
      busy = exchange(client, things, () => {
        ++confirmed;
        if (++here === 2) twice();
      });
    });
    await new Promise((done) => setTimeout(done, Math.random() * 300));
    server.child.kill("SIGKILL");
    await server.exited;
    await busy;
    execFileSync(binary, ["audit", "verify", ...common], { stdio: ["ignore", "ignore", "inherit"] });
    server = await start(binary, common, port);
    await agree(clientOf(url, await signIn(url, person)), things);
  }
  server.child.kill("SIGTERM");
  await server.exited;
  console.log(`${name}: killed ${rounds} times, ${confirmed} exchanges, flow and register agree, chains hold`);
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

// kill-mailing-server.mjs BINARY [ROUNDS]: reports incidents that are told by mail at once, kills the server with
// SIGKILL while it sends, or at a random moment, and starts it again. In the end nothing is lost and nothing told
// twice: what the mail server of tools/with-smtp took is compared with what the database says. A letter whose process
// died between handing over and writing down that it did may or may not have arrived; no program can know. It is never
// sent again by itself but shown to the administrator, and a second attempt carries the same Message-ID. On SQLite,
// and on PostgreSQL when HOSHUBAN_TEST_POSTGRES is set; without HOSHUBAN_TEST_SMTP nothing is tested.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, signIn, start as startServer } from "./server.mjs";

const [binary, rounds = "6"] = process.argv.slice(2);
const contract = "sapporo-r7-juki-cs";
const smtp = process.env.HOSHUBAN_TEST_SMTP;
const letterFolder = process.env.HOSHUBAN_TEST_SMTP_FOLDER;
const slow = "slow@example.jp"; // the mail server stores its letter half a second before it says so
const officer = "officer@example.jp";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const mailing = () => [
  ...["--smtp-url", `smtp://127.0.0.1:${smtp.split(" ")[0]}`, "--smtp-plain"],
  ...["--mail-from", "noreply@example.jp"],
];

async function send(url, headers, method, path, body, version) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(version && { "If-Match": `"${version}"` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Whoever is told reads letters under these addresses, whatever the hour. */
async function listen(url, signIns) {
  for (const [wanted, mail] of [
    ["city_section", slow],
    ["security_officer", officer],
  ]) {
    const headers = await signIn(
      url,
      signIns.find(({ role }) => role === wanted),
    );
    await send(url, headers, "PUT", "/session/mail", { mail });
    const choice = { ways: [{ group: "security", way: "mail" }], urgent_always: true, digest_at: "08:30" };
    await send(url, headers, "PUT", `/contracts/${contract}/notices/choices`, choice, 1);
  }
}

async function report(url, headers, running) {
  for (let i = 0; running.yes; ++i) {
    try {
      await send(url, headers, "POST", `/contracts/${contract}/security-incidents`, {
        kind: "loss",
        title: `停電の試験 ${i}`,
        what: "鍵が見当たらない",
        noticed_at: new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z/, "Z"),
        place: "窓口",
      });
      await pause(60);
    } catch (problem) {
      if (running.yes && problem.cause === undefined) throw problem;
      return; // the connection broke
    }
  }
}

const lettersTaken = () =>
  readdirSync(letterFolder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => {
      const text = readFileSync(join(letterFolder, name), "utf8");
      const gap = text.indexOf("\r\n\r\n");
      const head = text.slice(0, gap);
      const [, id] = /^Message-ID: <([^@]+)@/m.exec(head);
      const [, to] = /^X-To: (\S+)/m.exec(head);
      const body = Buffer.from(text.slice(gap), "base64").toString("utf8");
      return { id, to, numbers: [...body.matchAll(/^■ (\S+)/gm)].map(([, number]) => number) };
    });

const slowTaken = () => lettersTaken().filter(({ to }) => to === slow).length;

/** Odd rounds die while a letter is on its way, even ones anywhere. */
async function momentOfDeath(round) {
  if (round % 2 === 0) return pause(2_500 + Math.random() * 6_000);
  const before = slowTaken();
  for (let i = 0; i < 600; ++i) {
    if (slowTaken() > before) return;
    await pause(25);
  }
  throw new Error("no letter was sent within 15 seconds");
}

const fromSqlite = (file) => (sql) =>
  JSON.parse(
    execFileSync("/usr/bin/python3", [
      "-c",
      "import json,sqlite3,sys; print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))",
      file,
      sql,
    ]),
  );

const fromPostgres = (database) => (sql) =>
  execFileSync("psql", [database, "-qAt", "-F", "\t", "-c", sql], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));

/** A letter nobody has tried to send, for it is collected until a later hour. */
const forLater = (moment) => `state = 'ready' AND attempts = 0 AND next_at > '${moment.toISOString()}'`;

const waitingLetters = (rows, moment) => {
  const [[waiting]] = rows(`SELECT COUNT(*) FROM mail WHERE state = 'ready' AND NOT (${forLater(moment)})`);
  return Number(waiting);
};

async function untilNothingWaits(rows) {
  for (let i = 0; i < 160; ++i) {
    const [[untold]] = rows(
      `SELECT COUNT(*) FROM security_incident i LEFT JOIN notice n
         ON n.contract_id = i.contract_id AND n.subject_kind = 'security_incident' AND n.subject_id = i.id
        WHERE n.person_id IS NULL`,
    );
    if (waitingLetters(rows, new Date()) === 0 && Number(untold) === 0) return;
    await pause(250);
  }
  throw new Error("letters still wait");
}

function checkLetters(rows, taken, moment) {
  const states = new Map(rows(`SELECT id, state FROM mail WHERE NOT (${forLater(moment)})`));
  const ids = new Set();
  for (const { id } of taken) {
    if (ids.has(id)) throw new Error(`the letter ${id} was sent twice`);
    if (!states.has(id)) throw new Error(`nobody knows of the letter ${id}`);
    ids.add(id);
  }
  let unsure = 0;
  for (const [id, state] of states) {
    if (state === "sent" && !ids.has(id)) throw new Error(`the letter ${id} is lost`);
    if (!["sent", "sending", "unsure"].includes(state)) throw new Error(`the letter ${id} is ${state}`);
    unsure += state === "sent" ? 0 : 1;
  }
  return unsure;
}

function checkTold(rows, taken) {
  for (const reader of [slow, officer]) {
    const told = taken.filter(({ to }) => to === reader).flatMap(({ numbers }) => numbers);
    const twice = told.find((number, index) => told.indexOf(number) !== index);
    if (twice) throw new Error(`${reader} was told of ${twice} twice`);
  }
  const incidents = rows("SELECT number FROM security_incident").length;
  const told = rows(
    `SELECT n.number, p.mail, m.state FROM notice n JOIN person p ON p.id = n.person_id
       LEFT JOIN mail m ON m.contract_id = n.contract_id AND m.id = n.mail_id
      WHERE n.kind = 'security_incident.opened' AND p.mail <> ''`,
  );
  if (told.length !== 2 * incidents)
    throw new Error(`${told.length} notices of ${incidents} incidents for two people`);
  for (const [number, mail, state] of told) {
    if (state === "sent" && !taken.some(({ to, numbers }) => to === mail && numbers.includes(number)))
      throw new Error(`${mail} was never told of ${number}`);
    if (!state) throw new Error(`no letter to ${mail} tells of ${number}`);
  }
  return incidents;
}

async function story(name, common, rows) {
  for (const file of readdirSync(letterFolder)) rmSync(join(letterFolder, file));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = (extra) => startServer(binary, common, port, [...mailing(), ...extra]);
  let server = await start(["--demo"]);
  const signIns = server.started.sign_ins;
  await listen(url, signIns);
  const reporter = signIns.find(({ role }) => role === "responsible");
  for (let round = 0; round < Number(rounds); ++round) {
    const headers = await signIn(url, reporter);
    const running = { yes: true };
    const busy = report(url, headers, running);
    await momentOfDeath(round);
    running.yes = false;
    server.child.kill("SIGKILL");
    await server.exited;
    await busy;
    execFileSync(binary, ["audit", "verify", ...common], { stdio: ["ignore", "ignore", "inherit"] });
    server = await start([]);
  }
  let moment; // a letter whose hour comes after the server was stopped is sent by the next one
  for (;;) {
    await untilNothingWaits(rows);
    server.child.kill("SIGTERM");
    await server.exited;
    moment = new Date();
    if (waitingLetters(rows, moment) === 0) break;
    server = await start([]); // a clock of the worked example was told in the second the server was stopped
  }
  const taken = lettersTaken();
  const unsure = checkLetters(rows, taken, moment);
  const incidents = checkTold(rows, taken);
  if (unsure === 0) throw new Error("no letter was on its way when the server died: the test tells nothing");
  if (taken.length < Number(rounds)) throw new Error("hardly anything was sent: the test tells nothing");
  console.log(
    `${name}: killed ${rounds} times, ${incidents} incidents in ${taken.length} letters, none lost, none twice, ` +
      `${unsure} unsure for the administrator`,
  );
}

if (!smtp) {
  console.log("HOSHUBAN_TEST_SMTP is not set: start through tools/with-smtp");
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), "hoshuban-kill-mail-"));
try {
  await story(
    "SQLite",
    ["--data", join(folder, "sqlite")],
    fromSqlite(join(folder, "sqlite", "hoshuban.db")),
  );
  const server = process.env.HOSHUBAN_TEST_POSTGRES;
  if (server) {
    execFileSync("psql", [server, "-q", "-c", "CREATE DATABASE hoshuban_kill_mail TEMPLATE template0"]);
    const database = server.replace("/postgres", "/hoshuban_kill_mail");
    const common = ["--data", join(folder, "postgres"), "--database", database];
    await story("PostgreSQL", common, fromPostgres(database));
  }
} finally {
  rmSync(folder, { recursive: true });
}

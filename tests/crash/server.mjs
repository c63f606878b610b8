// A real server, started to be killed.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

export async function start(binary, common, port, extra = []) {
  const child = spawn(binary, ["serve", ...common, "--port", String(port), "--json", "--quiet", ...extra]);
  const exited = new Promise((done) => child.once("exit", done));
  let text = "";
  await new Promise((done, failed) => {
    child.stdout.on("data", (piece) => {
      text += piece;
      if (text.includes("\n")) done();
    });
    child.stderr.on("data", (piece) => process.stderr.write(piece));
    exited.then(() => failed(new Error("the server did not start")));
  });
  return { child, exited, started: JSON.parse(text) };
}

export async function signIn(url, person) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ login: person.login, password: person.password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  const { csrf } = await answer.json();
  return { Cookie: cookie, "X-Hoshuban-CSRF": csrf, "Content-Type": "application/json" };
}

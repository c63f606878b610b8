import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const source = import.meta.dirname;

/** What each room may import besides itself. A feature never imports another feature. */
const mayImport: Record<string, readonly string[]> = {
  lib: [],
  api: ["lib"],
  ui: ["lib"],
  grid: ["lib", "ui"],
  chart: ["lib"],
  parts: ["lib", "api", "ui"],
  features: ["lib", "api", "ui", "grid", "chart", "parts"],
  app: ["lib", "api", "ui", "features", "styles"],
};

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)));

const roomOf = (file: string): string =>
  file
    .split("/")
    .slice(0, file.startsWith("features/") ? 2 : 1)
    .join("/");

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)]
    .map(([, path = ""]) => relative(source, join(source, file, "..", path)))
    .filter((path) => !path.startsWith(".."));
}

describe("rooms", () => {
  it.each(Object.keys(mayImport))("%s imports only what it may", (room) => {
    const allowed = mayImport[room] ?? [];
    const wrong = files
      .filter((file) => file.startsWith(`${room}/`))
      .flatMap((file) => importsOf(file).map((path) => ({ file, path })))
      .filter(
        ({ file, path }) => roomOf(path) !== roomOf(file) && !allowed.includes(path.split("/")[0] ?? ""),
      )
      .map(({ file, path }) => `${file} imports ${path}`);
    expect(wrong).toEqual([]);
  });

  it("keeps every file within 400 lines", () => {
    const long = files
      .filter((file) => !file.endsWith(".gen.ts"))
      .map((file) => ({ file, lines: readFileSync(join(source, file), "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});

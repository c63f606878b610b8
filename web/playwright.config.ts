import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  // Every journey writes what it needs itself, so files run side by side against one server.
  workers: 2,
  forbidOnly: true,
  // A shared machine is sometimes slow; how fast a page must be is measured in tests/bench.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["line"]],
  projects: [
    { name: "first-administrator", testMatch: "*.setup.ts" },
    { name: "journeys", testMatch: "*.spec.ts", dependencies: ["first-administrator"] },
  ],
  use: {
    baseURL: process.env.HOSHUBAN_URL ?? "http://127.0.0.1:8080",
    viewport: { width: 1366, height: 768 },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.HOSHUBAN_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});

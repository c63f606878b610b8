import journeys from "./playwright.config";

/** Takes the pictures of the manual and of the README anew: `tools/pictures`. */
export default {
  ...journeys,
  testDir: "e2e",
  workers: 1,
  timeout: 180_000,
  projects: [
    { name: "first-administrator", testMatch: "*.setup.ts" },
    { name: "pictures", testMatch: "pictures/*.pictures.ts", dependencies: ["first-administrator"] },
  ],
};

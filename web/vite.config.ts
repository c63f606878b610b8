import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ["ja-JP", "en-US"] }), enforce: "pre" }],
  build: {
    target: "es2022",
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    fs: { allow: [".."] },
    proxy: { "/api": process.env.HOSHUBAN_URL ?? "http://127.0.0.1:8080" },
  },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: { manifest: true, target: "es2022", sourcemap: false },
  server: {
    host: "127.0.0.1",
    strictPort: true,
    // The development server stands in for calendar-api, which serves the page otherwise.
    proxy: Object.fromEntries(
      ["/events", "/ui-config.json"].map((path) => [path, process.env.PROMO_CALENDAR_URL ?? "http://127.0.0.1:18081"]),
    ),
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});

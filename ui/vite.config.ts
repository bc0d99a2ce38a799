import react from "@vitejs/plugin-react";
import type { Plugin, ProxyOptions } from "vite";
import { defineConfig } from "vitest/config";

const services = {
  calendar: process.env.PROMO_CALENDAR_URL ?? "http://127.0.0.1:18081",
  dispatch: process.env.PROMO_DISPATCH_URL ?? "http://127.0.0.1:18082",
  inbox: process.env.PROMO_INBOX_URL ?? "http://127.0.0.1:18083",
};

/**
 * Answers what calendar-api tells the page otherwise. The development server stands in front of all three services, so that
 * none of them has to allow its origin.
 */
function uiConfig(): Plugin {
  const config = {
    issuer: process.env.PROMO_ISSUER_URL ?? "http://127.0.0.1:18180/realms/promo",
    adminClientId: "promo-admin",
    shopClientId: "promo-shop",
    calendarUrl: "",
    dispatchUrl: "/development/dispatch",
    inboxUrl: "/development/inbox",
  };
  return {
    name: "ui-config",
    configureServer(server) {
      server.middlewares.use("/ui-config.json", (_, response) => {
        response.setHeader("Content-Type", "application/json");
        response.end(JSON.stringify(config));
      });
    },
  };
}

function behind(prefix: string, target: string): ProxyOptions {
  return { ...at(target), rewrite: (path) => path.slice(prefix.length) };
}

/** To the service the page is of its own origin, as it is when the service serves it. */
function at(target: string): ProxyOptions {
  return {
    target,
    changeOrigin: true,
    configure: (proxy) => proxy.on("proxyReq", (request) => request.removeHeader("origin")),
  };
}

export default defineConfig({
  plugins: [react(), uiConfig()],
  build: { manifest: true, target: "es2022", sourcemap: false },
  server: {
    host: "127.0.0.1",
    strictPort: true,
    proxy: {
      "^/(events|outbox)": at(services.calendar),
      "/development/dispatch": behind("/development/dispatch", services.dispatch),
      "/development/inbox": behind("/development/inbox", services.inbox),
    },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/test/setup.ts"],
    // Of five minutes three went into loading Mantine and React anew for each file; setup.ts cleans up after each test.
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});

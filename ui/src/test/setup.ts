import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { server } from "./server";

// happy-dom loads no fonts; text areas that grow with their text listen for them.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

// What is waited for comes at its own pace on a busy machine; no test is about how soon.
configure({ asyncUtilTimeout: 15_000 });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());

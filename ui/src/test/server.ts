import { setupServer } from "msw/node";

/** Answers what components ask for in tests; each test says with what: `server.use(http.get(…))`. Nothing goes unanswered. */
export const server = setupServer();

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { expect, it, vi } from "vitest";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { OpenEvent } from "./OpenEvent";
import type { Shown } from "./useCalendarAddress";

vi.mock("../event/EventDrawer", () => {
  throw new TypeError("Failed to fetch");
});

it("says over the calendar, which stays, that the drawer could not be loaded", async () => {
  server.use(http.get("*/ui-config.json", () => HttpResponse.error()));
  const shown: Shown = {
    view: "month",
    date: null,
    states: new Set(),
    text: "",
    drawn: null,
    target: { eventId: "7" },
    tab: "details",
  };
  const change = vi.fn();
  renderAs(["admin"], <OpenEvent shown={shown} onChange={change} />);
  await screen.findByText("The server does not answer", undefined, { timeout: 10_000 });
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(change).toHaveBeenCalledWith({ event: null, new: null, tab: null });
});

import { configure, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { renderAs } from "../../test/render";
import { type DrawerTab, EventDrawer, type EventDrawerProps } from "../EventDrawer";
import { anEvent } from "./events";

// What is typed is previewed after a pause; on a busy machine a whole form takes its time.
configure({ asyncUtilTimeout: 5_000 });

/** The drawer of the event of the tests, or of a new one, and what it asked the page for. */
export function openDrawer(options: { role?: string; target?: EventDrawerProps["target"]; tab?: DrawerTab } = {}) {
  const asked = { onTab: vi.fn(), onOpen: vi.fn(), onClose: vi.fn() };
  const target = options.target ?? { eventId: anEvent().eventId };
  const view = renderAs(
    [options.role ?? "admin"],
    <EventDrawer target={target} tab={options.tab ?? "details"} {...asked} />,
  );
  return { ...asked, ...view, user: userEvent.setup({ pointerEventsCheck: 0 }) };
}

/** A field of the form by its whole name. */
export function field(name: string): Promise<HTMLInputElement> {
  return screen.findByRole<HTMLInputElement>("textbox", { name });
}

/** Writes into a field at once, which is quicker than key by key. */
export async function fill(name: string, value: string) {
  fireEvent.change(await field(name), { target: { value } });
}

/** A dialog over the drawer. Waited for by its title: to ask every element of the form for its role time and again takes long. */
export async function dialogNamed(name: string): Promise<HTMLElement> {
  await screen.findByText(name);
  return screen.getByRole("dialog", { name });
}

import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { createMemoryRouter, Link, Outlet, RouterProvider } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadPart } from "../load/loadPart";
import { server } from "../test/server";
import { PageFailed } from "./PageFailed";

const CONFIG = "*/ui-config.json";

/** A frame with a start page and one whose part is as told. */
function show(load: () => Promise<() => null>) {
  const router = createMemoryRouter([
    {
      element: (
        <>
          <Link to="/">Start</Link>
          <Link to="/figures">Figures</Link>
          <Outlet />
        </>
      ),
      children: [
        {
          errorElement: <PageFailed />,
          children: [
            { index: true, element: <p>Welcome</p> },
            { path: "figures", lazy: async () => ({ Component: await loadPart(load, [1]) }) },
          ],
        },
      ],
    },
  ]);
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
}

let reload = vi.fn();

beforeEach(() => {
  reload = vi.spyOn(window.location, "reload").mockReturnValue();
});
afterEach(() => sessionStorage.clear());

describe("a page that could not be loaded", () => {
  it("is tried again before anything is said", async () => {
    const load = vi.fn(async () => () => null).mockRejectedValueOnce(new TypeError("Failed to fetch"));
    show(load);
    await userEvent.click(screen.getByText("Figures"));
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    await waitFor(() => expect(screen.queryByText("Welcome")).not.toBeInTheDocument());
    expect(screen.queryByText("The server does not answer")).not.toBeInTheDocument();
  });

  it("says that the server is away, and leaves the other pages in reach", async () => {
    server.use(http.get(CONFIG, () => HttpResponse.error()));
    show(async () => Promise.reject(new TypeError("Failed to fetch")));
    await userEvent.click(screen.getByText("Figures"));
    await screen.findByText("The server does not answer");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(reload).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText("Start"));
    await screen.findByText("Welcome");
  });

  it("loads the page anew where the server has another version by now, but only once", async () => {
    server.use(http.get(CONFIG, () => HttpResponse.json({})));
    show(async () => Promise.reject(new TypeError("Failed to fetch")));
    await userEvent.click(screen.getByText("Figures"));
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    await userEvent.click(screen.getByText("Start"));
    await userEvent.click(await screen.findByText("Figures"));
    await screen.findByText("The server does not answer");
    expect(reload).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(2));
  });

  it("is told from one that broke", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    show(async () => () => {
      throw new Error("broken");
    });
    await userEvent.click(screen.getByText("Figures"));
    await screen.findByText("Something went wrong on this page");
    expect(screen.getByRole("button", { name: "Reload" })).toBeInTheDocument();
  });
});

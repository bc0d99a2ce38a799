import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, Link, Navigate, RouterProvider } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { Root } from "./Root";

function Page({ name }: { name: string }) {
  return (
    <>
      <Link to="/runs">Runs</Link>
      <Link to="/moved">Moved</Link>
      <Link to="?view=week">Week</Link>
      <main id="content" tabIndex={-1} aria-label={name}>
        <Link to="/list/7">Seven</Link>
      </main>
    </>
  );
}

function show(path = "/") {
  const router = createMemoryRouter(
    [
      {
        Component: Root,
        children: [
          { index: true, element: <Page name="Calendar" /> },
          { path: "runs", element: <Page name="Runs" /> },
          { path: "list/:id?", element: <Page name="List" /> },
          { path: "moved", element: <Navigate to="/runs" replace /> },
        ],
      },
    ],
    { initialEntries: [path] },
  );
  render(<RouterProvider router={router} />);
  return router;
}

beforeEach(() => {
  vi.spyOn(window, "scrollTo").mockReturnValue();
});

it("puts the focus to where another page begins, by links and on the way back", async () => {
  const router = show();
  await userEvent.click(screen.getByRole("link", { name: "Runs" }));
  expect(await screen.findByRole("main", { name: "Runs" })).toHaveFocus();
  screen.getByRole("link", { name: "Runs" }).focus();
  await router.navigate(-1);
  await waitFor(() => expect(screen.getByRole("main", { name: "Calendar" })).toHaveFocus());
});

it("leaves the focus where it is when only the query changes, or it is in the page", async () => {
  show("/list");
  const week = screen.getByRole("link", { name: "Week" });
  await userEvent.click(week);
  expect(week).toHaveFocus();
  const seven = screen.getByRole("link", { name: "Seven" });
  await userEvent.click(seven);
  expect(seven).toHaveFocus();
});

it("takes the focus from nobody who comes to the page", () => {
  show("/moved");
  expect(screen.getByRole("main", { name: "Runs" })).not.toHaveFocus();
});

it("shows another page from its top", async () => {
  show();
  await userEvent.click(screen.getByRole("link", { name: "Runs" }));
  await waitFor(() => expect(window.scrollTo).toHaveBeenLastCalledWith(0, 0));
});

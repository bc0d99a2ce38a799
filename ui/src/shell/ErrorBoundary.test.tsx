import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { ErrorBoundary } from "./ErrorBoundary";

function Page({ at }: { at: string }) {
  if (at === "/broken") {
    throw new Error("broken");
  }
  return <p>{at}</p>;
}

const on = (at: string) => (
  <MantineProvider env="test">
    <ErrorBoundary at={at}>
      <Page at={at} />
    </ErrorBoundary>
  </MantineProvider>
);

it("is over as soon as one goes elsewhere", () => {
  vi.spyOn(console, "error").mockReturnValue();
  const { rerender } = render(on("/broken"));
  expect(screen.getByText("Something went wrong on this page")).toBeInTheDocument();
  rerender(on("/runs"));
  expect(screen.getByText("/runs")).toBeInTheDocument();
});

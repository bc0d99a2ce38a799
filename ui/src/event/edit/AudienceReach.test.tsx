import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { renderAs } from "../../test/render";
import { services } from "../test/events";
import { AudienceReach } from "./AudienceReach";

function Typed() {
  const [countries, setCountries] = useState(["DE"]);
  return (
    <>
      <button type="button" onClick={() => setCountries(["FR"])}>
        France
      </button>
      <AudienceReach audience={{ segments: [], countries, locales: [] }} right />
    </>
  );
}

it("shows that a number is the former rule's until the customers of the new one are counted", async () => {
  services(null);
  renderAs(["admin"], <Typed />);
  const reach = (await screen.findByText("99,021 of 100,000 customers")).closest("section");
  expect(reach).not.toHaveAttribute("aria-busy");
  fireEvent.click(screen.getByRole("button", { name: "France" }));
  expect(reach).toHaveAttribute("aria-busy", "true");
  await waitFor(() => expect(reach).not.toHaveAttribute("aria-busy"), { timeout: 5_000 });
});

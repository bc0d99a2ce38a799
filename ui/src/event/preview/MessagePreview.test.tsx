import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderAs } from "../../test/render";
import { MessagePreview } from "./MessagePreview";
import { FIRST_SAMPLE } from "./usePreview";

const nothing = () => undefined;

function preview(link: string | null) {
  const texts = { subject: "Spring", body: "20% off" };
  renderAs(
    ["admin"],
    <MessagePreview
      preview={{ message: { ...texts, link }, dates: undefined, windowRight: true, failed: false }}
      texts={texts}
      locales={["en"]}
      locale="en"
      onLocale={nothing}
      sample={FIRST_SAMPLE}
      onSample={nothing}
    />,
  );
}

it("shows where the message leads", async () => {
  preview("https://shop.example:8443/spring");
  expect(await screen.findByText("Open shop.example:8443")).toBeVisible();
});

it.each(["https://shop.example:99999/", "https://[::1/", "spring", "javascript:alert(1)"])(
  "shows the message, as the inbox does, without a link that leads nowhere: %s",
  async (link) => {
    preview(link);
    expect(await screen.findByText("20% off")).toBeVisible();
    expect(screen.queryByText(/^Open/)).toBeNull();
  },
);

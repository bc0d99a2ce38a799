import { TextInput } from "@mantine/core";
import { render as renderPlain, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { AgendaRow } from "../calendar/AgendaRow";
import { BarContent } from "../calendar/BarContent";
import { entriesOf } from "../calendar/entries";
import { item } from "../calendar/testItems";
import { openDrawer } from "../event/test/drawer";
import { anEvent, services } from "../event/test/events";
import { PromoInboxPage } from "../inbox/PromoInboxPage";
import { FakeInbox, message } from "../inbox/test/fakeInbox";
import { renderInbox } from "../inbox/test/renderInbox";
import { RunCard } from "../runs/RunCard";
import { runWith } from "../runs/testRuns";
import { calendarTexts } from "../texts/calendar";
import { eventTexts } from "../texts/event";
import { runTexts } from "../texts/runs";
import { renderAs } from "./render";

const HEBREW = "מבצע 50% — Sale!";
const ARABIC = "تخفيضات 2026";
const PERSIAN = "سلام {{name}}،";
const ISOLATED = `\u2068${HEBREW}\u2069`;

/** Whether an element's own texts run as their letters do, whatever stands around it. */
function runsAsItsLetters(element: HTMLElement) {
  return element.closest("[dir=auto], bdi") != null;
}

describe("a text that runs from right to left", () => {
  it("does so in the inbox", async () => {
    new FakeInbox([message(1, { subject: HEBREW, body: ARABIC })]);
    renderInbox(<PromoInboxPage messageId={message(1).messageId} />);
    for (const text of [HEBREW, ARABIC]) {
      for (const shown of await screen.findAllByText(text)) {
        expect(runsAsItsLetters(shown)).toBe(true);
      }
    }
  });

  it("does so in the calendar", () => {
    const [entry] = entriesOf(
      [item("2026-11-23", "2026-12-01", { title: HEBREW })],
      Date.parse("2026-11-27T10:00:00Z"),
    );
    if (entry == null) {
      throw new Error("no entry");
    }
    renderAs(
      ["admin"],
      <>
        <BarContent entry={entry} begins ends movable />
        <AgendaRow entry={entry} onOpen={() => undefined} />
      </>,
    );
    expect(screen.getAllByText(HEBREW).map(runsAsItsLetters)).toEqual([true, true]);
  });

  it("does so in the fields and the preview of the drawer", async () => {
    services(
      anEvent({
        title: HEBREW,
        description: ARABIC,
        audience: { segments: [ARABIC], countries: [], locales: [] },
        promotionPackage: {
          kind: "MESSAGE",
          link: null,
          defaultLocale: "fa",
          content: { fa: { subject: PERSIAN, body: ARABIC } },
        },
      }),
    );
    openDrawer();
    for (const name of ["Title", "Description", "Subject", "Body", "Name"]) {
      expect(await screen.findByRole("textbox", { name })).toHaveAttribute("dir", "auto");
    }
    expect(runsAsItsLetters(screen.getByRole("heading", { name: HEBREW }))).toBe(true);
    const preview = within(await screen.findByRole("article"));
    expect(runsAsItsLetters(await preview.findByText("سلام Anna،"))).toBe(true);
    expect(runsAsItsLetters(preview.getByText(ARABIC))).toBe(true);
    expect(runsAsItsLetters(screen.getByText(ARABIC, { selector: "bdi" }))).toBe(true);
  });

  it("does so for those who only read the event", async () => {
    services(
      anEvent({
        title: HEBREW,
        description: ARABIC,
        audience: { segments: [HEBREW, ARABIC], countries: [], locales: [] },
      }),
    );
    openDrawer({ role: "viewer" });
    expect(runsAsItsLetters(await screen.findByText(ARABIC))).toBe(true);
    expect(runsAsItsLetters(screen.getByText(`${HEBREW}, ${ARABIC}`))).toBe(true);
  });

  it("does so among the runs", () => {
    renderAs(["admin"], <RunCard run={runWith({ title: HEBREW })} readAt={0} live={false} />);
    expect(screen.getAllByText(HEBREW).every(runsAsItsLetters)).toBe(true);
  });

  it("does so in any field that is added", () => {
    renderAs(["admin"], <TextInput aria-label="New" />);
    expect(screen.getByRole("textbox", { name: "New" })).toHaveAttribute("dir", "auto");
  });

  it("does not turn a sentence around that it is named in", () => {
    for (const sentence of [
      eventTexts.published(HEBREW),
      eventTexts.cancelled(HEBREW),
      eventTexts.deleted(HEBREW),
      eventTexts.deleteHint(HEBREW),
      eventTexts.tested(HEBREW),
      calendarTexts.movedTo(HEBREW, "2026-11-23", "2026-11-24"),
      calendarTexts.undone(HEBREW),
      calendarTexts.notMoved(HEBREW),
      runTexts.run(HEBREW, "2026-11-23"),
      runTexts.idle({ title: HEBREW, at: "2026-11-23T08:00:00Z" }),
    ]) {
      expect(sentence).toContain(ISOLATED);
    }
    expect(eventTexts.published("Sale!")).not.toContain("\u2068");
  });
});

describe("the page", () => {
  it("is written from left to right itself", () => {
    renderPlain(<p>Plain</p>);
    expect(runsAsItsLetters(screen.getByText("Plain"))).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { anEvent } from "../test/events";
import { eventProblems } from "./eventRules";
import { draftOf, type EventValues, newValues, valuesOf } from "./eventValues";
import { canonicalTag, countries, countryCode } from "./languageTag";
import { momentInstant, offsetName, parseTime } from "./localTime";
import { parseDate } from "./typedDate";

const values = valuesOf(anEvent());
const wrong = (changes: Partial<EventValues>) => Object.keys(eventProblems({ ...values, ...changes }));
const content = (subject: string, body: string) => ({
  promotionPackage: { ...values.promotionPackage, content: { en: { subject, body } } },
});
const link = (text: string) => ({ promotionPackage: { ...values.promotionPackage, link: text } });
const audience = (changes: Partial<EventValues["audience"]>) => ({ audience: { ...values.audience, ...changes } });

describe("an event's rules", () => {
  it("find nothing wrong with what the service has", () => {
    expect(eventProblems(values)).toEqual({});
  });

  it.each<[string, Partial<EventValues>, string]>([
    ["no title", { title: " " }, "title"],
    ["a title of a no-break and a zero-width blank", { title: "\u00a0\u200b" }, "title"],
    ["a title of a filler that nobody sees", { title: "\u3164\ufeff" }, "title"],
    ["a title of two lines, as Unicode has them", { title: "a\u2028b" }, "title"],
    ["a title that is too long", { title: "a".repeat(201) }, "title"],
    ["a title of two lines", { title: "a\nb" }, "title"],
    ["a control character", { description: "a\u0000" }, "description"],
    ["half a character", { description: "\ud83d" }, "description"],
    ["no subject", content("", "b"), "promotionPackage.content.en.subject"],
    ["a blank body", content("s", " \n"), "promotionPackage.content.en.body"],
    ["a subject that nobody sees", content("\u2060\u3000", "b"), "promotionPackage.content.en.subject"],
    ["a body that nobody sees", content("s", "\u200b\n\u00ad"), "promotionPackage.content.en.body"],
    ["a body that is too long", content("s", "b".repeat(10_001)), "promotionPackage.content.en.body"],
    ["a relative link", link("/garden"), "promotionPackage.link"],
    ["a link to no web page", link("ftp://shop.example"), "promotionPackage.link"],
    ["a link with a blank", link("https://shop.example/a b"), "promotionPackage.link"],
    ["a link to a host with an underscore", link("https://my_shop.example/"), "promotionPackage.link"],
    ["a country's name", audience({ countries: ["Germany"] }), "audience.countries"],
    ["a tag in another spelling", audience({ locales: ["de-at"] }), "audience.locales"],
    ["a segment with a blank", audience({ segments: ["vip "] }), "audience.segments"],
    ["two segments in one", audience({ segments: ["vip|new"] }), "audience.segments"],
    ["a segment that nobody sees", audience({ segments: ["\u200b"] }), "audience.segments"],
    ["too many values", audience({ segments: Array.from({ length: 101 }, (_, i) => `s${i}`) }), "audience.segments"],
    ["no start", { startDate: "" }, "startDate"],
    ["a start that is no date", { startDate: "Feb 30, 2099" }, "startDate"],
    ["a time that is none", { endTime: "25:00" }, "endTime"],
    ["midnight as 24:00", { dispatchTime: "24:00" }, "dispatchTime"],
    ["a start that the clocks skip", { startDate: "2099-03-29", startTime: "02:30" }, "startTime"],
    ["an end that the clocks skip", { endDate: "2100-03-28", endTime: "2:00" }, "endTime"],
    [
      "a start that other clocks skip at midnight",
      { timeZone: "America/Santiago", startDate: "2099-09-06", startTime: "00:15" },
      "startTime",
    ],
    ["an end before the start", { endDate: values.startDate, endTime: "08:59" }, "endDate"],
    ["a window of more than a year", { endDate: "2100-11-25" }, "endDate"],
    ["a date that cannot be kept", { startDate: "1999-01-01", endDate: "1999-01-02" }, "startDate"],
    ["an offset for a zone", { timeZone: "+02:00" }, "timeZone"],
    ["a dispatch time that is none", { dispatchTime: "noon" }, "dispatchTime"],
    ["a rate of none", { maxRate: 0 }, "maxRate"],
    ["a rate beyond the limit", { maxRate: 10_000_001 }, "maxRate"],
  ])("refuse %s", (_, changes, field) => {
    expect(wrong(changes)).toContain(field);
  });

  it.each([
    ["America/New_York", "2099-03-08", "2 am", "02:00 on Sun, Mar 8, 2099", "03:00"],
    ["America/Santiago", "2099-09-06", "0:15", "00:15 on Sun, Sep 6, 2099", "01:00"],
    ["America/Nuuk", "2099-03-28", "23:30", "23:30 on Sat, Mar 28, 2099", "Sun, Mar 29, 2099, 00:00"],
  ])("say which time there is, where the clocks of %s skip it", (timeZone, startDate, startTime, skipped, next) => {
    expect(eventProblems({ ...values, timeZone, startDate, startTime }).startTime).toBe(
      `There is no ${skipped}: the clocks in ${timeZone} skip it. Choose ${next} or later.`,
    );
  });

  it("tell all that is wrong at once", () => {
    expect(wrong({ title: "", startDate: "", maxRate: -1 })).toEqual(["title", "maxRate", "startDate"]);
  });
});

describe("what is sent", () => {
  it("is what was received, while nobody changes anything", () => {
    const event = anEvent({
      startDatetime: "2099-03-29T01:30:00.000001Z",
      endDatetime: "2099-10-25T00:30:59.999999Z",
      dispatchTime: "10:00:00",
      maxRate: 5,
    });
    const { title, description, promotionPackage, startDatetime, endDatetime, timeZone, maxRate } = event;
    expect(draftOf(valuesOf(event), event)).toEqual({
      ...{
        title,
        description,
        promotionPackage,
        audience: event.audience,
        startDatetime,
        endDatetime,
        timeZone,
        maxRate,
      },
      dispatchTime: "10:00",
    });
  });

  it("has the local times of the zone that was chosen", () => {
    const draft = draftOf({ ...values, timeZone: "Asia/Tokyo" }, anEvent());
    expect(draft).toMatchObject({ startDatetime: "2099-11-23T00:00:00Z", endDatetime: "2099-11-25T12:00:00Z" });
  });

  it("begins with the window that was drawn", () => {
    const window = {
      startDatetime: "2026-12-01T08:00:00Z",
      endDatetime: "2026-12-03T22:59:00Z",
      timeZone: "Europe/Berlin",
    };
    expect(draftOf(newValues(window, "en"))).toMatchObject(window);
  });
});

describe("times, dates, zones", () => {
  it.each([
    ["9", "09:00"],
    ["9:30", "09:30"],
    ["0930", "09:30"],
    ["9.30 pm", "21:30"],
    ["12 am", "00:00"],
    ["23:59:59", "23:59:59"],
    ["24:00", null],
    ["24", null],
    ["12:00 x", null],
    ["9m", null],
    ["9.", null],
    ["9 p", null],
    [`9${" ".repeat(20_000)}x`, null],
    ["9:75", null],
    ["", null],
  ])("read the time %s as %s", (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each([
    ["2026-11-23", "2026-11-23"],
    ["Nov 23, 2026", "2026-11-23"],
    ["Mon, Nov 23, 2026", "2026-11-23"],
    ["November 23, 2026", "2026-11-23"],
    ["23 Nov 2026", "2026-11-23"],
    ["2026-02-30", null],
    ["Nov 23", null],
    // What browsers take for another day, or for a day that each reads in another way.
    ["Feb 30, 2026", null],
    ["Tue, Nov 23, 2026", null],
    ["01/02/2026", null],
    ["1.2.2026", null],
    ["20261123", null],
    ["2026-11-23T23:00:00.000Z", null],
    ["Nov 23, 2026 next year", null],
    ["Octember 3, 2026", null],
    ["Nov 23, 0026", null],
  ])("read the date %s as %s", (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it("resolve times that a clock change skips or repeats as the services do", () => {
    expect(momentInstant({ date: "2026-03-29", time: "02:30" }, "Europe/Berlin")).toBe("2026-03-29T01:30:00Z");
    expect(momentInstant({ date: "2026-10-25", time: "02:30" }, "Europe/Berlin")).toBe("2026-10-25T00:30:00Z");
    expect(momentInstant({ date: "2026-10-25", time: "" }, "Europe/Berlin")).toBeNull();
  });

  it("name a zone's offset at an instant", () => {
    expect(offsetName("Europe/Berlin", "2026-12-01T00:00:00Z")).toBe("UTC+1");
    expect(offsetName("America/St_Johns", "2026-12-01T00:00:00Z")).toBe("UTC−3:30");
    expect(offsetName("UTC", "2026-12-01T00:00:00Z")).toBe("UTC");
  });
});

describe("languages and countries", () => {
  it("are known by name and by code", () => {
    expect(canonicalTag("de_at")).toBe("de-AT");
    expect(canonicalTag("not a tag")).toBeNull();
    expect(countryCode("germany")).toBe("DE");
    expect(countryCode("at")).toBe("AT");
    expect(countryCode("Nowhere")).toBe("Nowhere");
    expect(countries().map(({ value }) => value)).toEqual(expect.arrayContaining(["DE", "GB", "US", "JP"]));
    expect(countries().length).toBeGreaterThan(240);
  });
});

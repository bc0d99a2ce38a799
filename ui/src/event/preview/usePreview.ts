import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useMemo } from "react";
import { Temporal } from "temporal-polyfill";
import { useServices } from "../../api/ApiContext";
import type { EventPreview } from "../../api/types";
import { eventTexts } from "../../texts/event";
import { eventProblems } from "../edit/eventRules";
import { draftOf, type EventValues } from "../edit/eventValues";

/** For whom a preview is made. */
export type Sample = { name: string; email: string; country: string };

export const FIRST_SAMPLE: Sample = { name: "Anna", email: "anna@example.com", country: "DE" };

const PAUSE_MS = 350;
const WINDOW_FIELDS = ["startDate", "startTime", "endDate", "endTime", "timeZone", "dispatchTime"];

export type Preview = {
  /** What is written in the locale reads so; undefined until it is known. */
  message: Pick<EventPreview, "subject" | "body" | "link"> | undefined;
  /** When it is sent; undefined while the window is not right, or not known yet. */
  dates: EventPreview["dates"] | undefined;
  windowRight: boolean;
  failed: boolean;
};

/** What calendar-api makes of the values, a moment after they have last changed. */
export function usePreview(values: EventValues, locale: string, sample: Sample): Preview {
  const { calendar } = useServices();
  const [settled] = useDebouncedValue(values, PAUSE_MS);
  const [customer] = useDebouncedValue(sample, PAUSE_MS);
  const asked = useMemo(() => previewRequest(settled, locale, customer), [settled, locale, customer]);
  const { data, isError } = calendar.useQuery(
    "post",
    "/events/preview",
    { body: asked.body },
    { placeholderData: keepPreviousData, staleTime: 60_000 },
  );
  return {
    message: data,
    dates: asked.windowRight ? data?.dates : undefined,
    windowRight: asked.windowRight,
    failed: isError,
  };
}

/**
 * The service previews only events that could be kept. What is still missing here stands in as what reads like it, so that
 * the text can be seen while the window is wrong, and the dates while the text is.
 */
function previewRequest(values: EventValues, locale: string, sample: Sample) {
  const problems = eventProblems(values);
  const windowRight = !WINDOW_FIELDS.some((field) => problems[field] != null);
  const draft = draftOf(values);
  const { subject = "", body = "" } = values.promotionPackage.content[locale] ?? {};
  const now = Temporal.Now.instant().round({ smallestUnit: "hour" });
  const anyWindow = {
    startDatetime: now.toString(),
    endDatetime: now.add({ hours: 24 }).toString(),
    timeZone: "UTC",
    dispatchTime: null,
  };
  return {
    windowRight,
    body: {
      ...draft,
      title: problems.title == null ? draft.title : eventTexts.untitled,
      description: "",
      audience: null,
      maxRate: null,
      ...(windowRight ? {} : anyWindow),
      promotionPackage: {
        kind: values.promotionPackage.kind,
        link: problems["promotionPackage.link"] == null ? values.promotionPackage.link.trim() || null : null,
        defaultLocale: locale,
        content: {
          [locale]: { subject: subject.trim() === "" ? "…" : subject, body: body.trim() === "" ? "…" : body },
        },
      },
      locale,
      sample,
    },
  };
}

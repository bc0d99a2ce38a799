import type { ComponentType } from "react";
import { createBrowserRouter, Navigate } from "react-router";
import { loadPart } from "../load/loadPart";
import { NotFound } from "../shell/NotFound";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";
import { PageFailed } from "./PageFailed";

/** The pages. The shop and the admin's half are loaded only by those who go there, the charts only with the figures. */
export const router = createBrowserRouter([
  {
    HydrateFallback: () => <Waiting label={shellTexts.loading} />,
    errorElement: <PageFailed />,
    children: [
      {
        lazy: page(async () => (await import("../shop/ShopArea")).ShopArea),
        children: [
          {
            // Inside the area, so that its other pages stay in reach.
            errorElement: <PageFailed />,
            children: [
              { index: true, lazy: page(async () => (await import("../shop/HomePage")).HomePage) },
              { path: "inbox/:messageId?", lazy: page(async () => (await import("../shop/InboxPage")).InboxPage) },
              { path: "auth/callback", lazy: page(async () => (await import("../shop/Returning")).Returning) },
              { path: "*", Component: NotFound },
            ],
          },
        ],
      },
      {
        path: "admin",
        lazy: page(async () => (await import("../shell/AdminArea")).AdminArea),
        children: [
          {
            errorElement: <PageFailed />,
            children: [
              { index: true, element: <Navigate to="/admin/event-calendar" replace /> },
              {
                path: "event-calendar",
                lazy: page(async () => (await import("../calendar/CalendarPage")).CalendarPage),
              },
              { path: "runs/:runId?", lazy: page(async () => (await import("../runs/RunsPage")).RunsPage) },
              {
                path: "analytics",
                lazy: page(async () => (await import("../analytics/AnalyticsPage")).AnalyticsPage),
              },
              { path: "auth/callback", Component: () => null },
              { path: "*", Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
]);

function page(load: () => Promise<ComponentType>) {
  return async () => ({ Component: await loadPart(load) });
}

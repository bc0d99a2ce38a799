import { createBrowserRouter, Navigate } from "react-router";
import { NotFound } from "../shell/NotFound";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";

/** The pages. The shop and the admin's half are loaded only by those who go there, the charts only with the figures. */
export const router = createBrowserRouter([
  {
    HydrateFallback: () => <Waiting label={shellTexts.loading} />,
    children: [
      {
        lazy: async () => ({ Component: (await import("../shop/ShopArea")).ShopArea }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import("../shop/HomePage")).HomePage }) },
          {
            path: "inbox/:messageId?",
            lazy: async () => ({ Component: (await import("../shop/InboxPage")).InboxPage }),
          },
          { path: "auth/callback", lazy: async () => ({ Component: (await import("../shop/Returning")).Returning }) },
          { path: "*", Component: NotFound },
        ],
      },
      {
        path: "admin",
        lazy: async () => ({ Component: (await import("../shell/AdminArea")).AdminArea }),
        children: [
          { index: true, element: <Navigate to="/admin/event-calendar" replace /> },
          {
            path: "event-calendar",
            lazy: async () => ({ Component: (await import("../calendar/CalendarPage")).CalendarPage }),
          },
          { path: "runs/:runId?", lazy: async () => ({ Component: (await import("../runs/RunsPage")).RunsPage }) },
          {
            path: "analytics",
            lazy: async () => ({ Component: (await import("../analytics/AnalyticsPage")).AnalyticsPage }),
          },
          { path: "auth/callback", Component: () => null },
          { path: "*", Component: NotFound },
        ],
      },
    ],
  },
]);

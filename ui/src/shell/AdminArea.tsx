import { Notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.css";
import { Suspense } from "react";
import { Outlet } from "react-router";
import { RequireStaff } from "../auth/RequireStaff";
import { SignInArea } from "../auth/SignInArea";
import { shellTexts } from "../texts/shell";
import { AdminFrame } from "./AdminFrame";
import { ErrorBoundary } from "./ErrorBoundary";
import { Waiting } from "./Waiting";

/** Everything under `/admin`. */
export function AdminArea() {
  return (
    <SignInArea area="admin">
      <Notifications position="bottom-right" />
      <AdminFrame>
        <ErrorBoundary>
          <RequireStaff>
            <Suspense fallback={<Waiting label={shellTexts.loading} />}>
              <Outlet />
            </Suspense>
          </RequireStaff>
        </ErrorBoundary>
      </AdminFrame>
    </SignInArea>
  );
}

import { useMediaQuery } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.css";
import { Suspense } from "react";
import { Outlet, useLocation } from "react-router";
import { RequireStaff } from "../auth/RequireStaff";
import { SessionEnded } from "../auth/SessionEnded";
import { SignInArea } from "../auth/SignInArea";
import { shellTexts } from "../texts/shell";
import { AdminFrame } from "./AdminFrame";
import { ErrorBoundary } from "./ErrorBoundary";
import { Waiting } from "./Waiting";

/** Clear of a drawer and its actions at the right; on phones, where it fills the screen, over its head. */
function Toasts() {
  const phone = useMediaQuery("(width < 48em)");
  return <Notifications position={phone ? "top-center" : "bottom-left"} />;
}

/** Everything under `/admin`. */
export function AdminArea() {
  return (
    <SignInArea area="admin" ifEnded={<SessionEnded />}>
      <Toasts />
      <AdminFrame>
        <ErrorBoundary at={useLocation().pathname}>
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

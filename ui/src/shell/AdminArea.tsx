import { Notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.css";
import { Outlet, useLocation } from "react-router";
import { EndedDialog } from "../auth/EndedDialog";
import { RequireStaff } from "../auth/RequireStaff";
import { SignInArea } from "../auth/SignInArea";
import { usePhone } from "../theme/widths";
import { AdminFrame } from "./AdminFrame";
import { ErrorBoundary } from "./ErrorBoundary";

/** Clear of a drawer and its actions at the right; on phones, where it fills the screen, over its head. */
function Toasts() {
  const phone = usePhone();
  return <Notifications position={phone ? "top-center" : "bottom-left"} />;
}

/** Everything under `/admin`. */
export function AdminArea() {
  return (
    <SignInArea area="admin" ifEnded={askToSignIn}>
      <Toasts />
      <AdminFrame>
        <ErrorBoundary at={useLocation().pathname}>
          <RequireStaff>
            <Outlet />
          </RequireStaff>
        </ErrorBoundary>
      </AdminFrame>
    </SignInArea>
  );
}

function askToSignIn(ended: boolean) {
  return <EndedDialog ended={ended} />;
}

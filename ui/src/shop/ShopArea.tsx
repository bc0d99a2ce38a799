import { Suspense } from "react";
import { Outlet, useLocation } from "react-router";
import { SignInArea } from "../auth/SignInArea";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";
import { ShopFrame } from "./ShopFrame";
import { ShopInbox } from "./ShopInbox";

/** The shop, with the customer's inbox in its header. */
export function ShopArea() {
  return (
    <SignInArea area="shop">
      <ShopInbox>
        <ShopFrame>
          <ErrorBoundary at={useLocation().pathname}>
            <Suspense fallback={<Waiting label={shellTexts.loading} />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </ShopFrame>
      </ShopInbox>
    </SignInArea>
  );
}

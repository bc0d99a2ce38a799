import { Outlet, ScrollRestoration } from "react-router";
import { useFocusOfPage } from "./useFocusOfPage";

/** Around all pages: going to another one is what it is where the browser loads it. */
export function Root() {
  useFocusOfPage();
  return (
    <>
      <Outlet />
      <ScrollRestoration />
    </>
  );
}

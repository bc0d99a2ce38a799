import { shellTexts } from "../texts/shell";

/** What the browser calls the page, in its tab, its history, and to those who cannot see it. */
export function PageTitle({ of }: { of: string }) {
  return <title>{shellTexts.pageTitle(of)}</title>;
}

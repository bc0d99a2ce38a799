import { useRouteError } from "react-router";
import { PartMissing } from "../load/loadPart";
import { PartFailed } from "../load/PartFailed";
import { Broken } from "../shell/Broken";
import { PageTitle } from "../shell/PageTitle";
import { shellTexts } from "../texts/shell";

/** Stands where a page should: it could not be loaded, or it broke. */
export function PageFailed() {
  const error = useRouteError();
  return error instanceof PartMissing ? (
    <>
      <PageTitle of={shellTexts.unreachableTitle} />
      <PartFailed error={error} />
    </>
  ) : (
    <Broken />
  );
}

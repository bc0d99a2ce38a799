import { useRouteError } from "react-router";
import { PartMissing } from "../load/loadPart";
import { PartFailed } from "../load/PartFailed";
import { Broken } from "../shell/Broken";

/** Stands where a page should: it could not be loaded, or it broke. */
export function PageFailed() {
  const error = useRouteError();
  return error instanceof PartMissing ? <PartFailed error={error} /> : <Broken />;
}

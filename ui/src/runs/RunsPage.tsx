import { useParams } from "react-router";
import { RunDetail } from "./RunDetail";
import { RunsOverview } from "./RunsOverview";

/** Everything that is and was sent, or one run. */
export function RunsPage() {
  const { runId } = useParams();
  return runId == null ? <RunsOverview /> : <RunDetail key={runId} runId={runId} />;
}

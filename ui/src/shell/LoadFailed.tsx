import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { isUnreachable } from "../api/problem";
import { shellTexts } from "../texts/shell";
import { Notice } from "./Notice";
import { reasonOf } from "./toasts";

/** What stands where something could not be loaded: the service's own words, or that it is away, and a way to try again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const unreachable = isUnreachable(error);
  const title = unreachable ? shellTexts.unreachableTitle : shellTexts.brokenTitle;
  const text = unreachable ? shellTexts.unreachable : reasonOf(error);
  return (
    <Notice icon={<IconCloudOff size={28} />} title={title} text={text}>
      <Button variant="light" onClick={onRetry}>
        {shellTexts.tryAgain}
      </Button>
    </Notice>
  );
}

import { Alert } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { shellTexts } from "../texts/shell";

/** Says that what is shown may be old, as the server does not answer; nothing as long as it does. */
export function MayBeOld({ error }: { error: unknown }) {
  return (
    error != null && (
      <Alert
        role="status"
        color="yellow"
        icon={<IconCloudOff size={18} aria-hidden />}
        title={shellTexts.unreachableTitle}
      >
        {shellTexts.unreachable}
      </Alert>
    )
  );
}

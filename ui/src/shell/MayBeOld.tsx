import { Alert, Button, Text } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { isUnreachable } from "../api/problem";
import { shellTexts } from "../texts/shell";
import { reasonOf } from "./toasts";

type MayBeOldProps = {
  error: unknown;
  /** What that means here; otherwise that what is shown may be old. */
  what?: string;
  onRetry?: () => void;
};

/** Says above what is shown that it could not be brought up to date, and why; nothing as long as it could. */
export function MayBeOld({ error, what, onRetry }: MayBeOldProps) {
  if (error == null) {
    return null;
  }
  const unreachable = isUnreachable(error);
  const meaning = what ?? (unreachable ? shellTexts.unreachable : shellTexts.mayBeOld);
  return (
    <Alert
      role="status"
      color="yellow"
      icon={<IconCloudOff size={18} aria-hidden />}
      title={unreachable ? shellTexts.unreachableTitle : shellTexts.notRenewed}
    >
      <Text size="sm">{unreachable ? meaning : `${sentence(reasonOf(error))} ${meaning}`}</Text>
      {onRetry && (
        <Button variant="default" size="xs" mt="xs" onClick={onRetry}>
          {shellTexts.tryAgain}
        </Button>
      )}
    </Alert>
  );
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

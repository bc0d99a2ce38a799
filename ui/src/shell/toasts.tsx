import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { ProblemError } from "../api/problem";
import { shellTexts } from "../texts/shell";

/** Says for a moment that something was done. */
export function toastDone(message: string) {
  notifications.show({ message, color: "teal.8", icon: <IconCheck size={18} aria-hidden /> });
}

/** Says that something could not be done, and why; in other words than the usual where they are given. */
export function toastFailed(error: unknown, title: string = shellTexts.notDone, reason: string = reasonOf(error)) {
  notifications.show({
    title,
    message: reason,
    color: "red.9",
    icon: <IconAlertTriangle size={18} aria-hidden />,
    autoClose: 10_000,
  });
}

/** A refusal in the service's words; what was never answered in ours. */
export function reasonOf(error: unknown): string {
  const words = error instanceof ProblemError ? error.message : shellTexts.notAnswered;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

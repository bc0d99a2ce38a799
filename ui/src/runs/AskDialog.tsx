import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { FocusEvent, ReactNode } from "react";
import { isUnreachable } from "../api/problem";
import { reasonOf } from "../shell/toasts";
import { runTexts } from "../texts/runs";
import { shellTexts } from "../texts/shell";
import { ActButton } from "./ActButton";
import touch from "./Touch.module.css";

type AskDialogProps = {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** What the button that does it says; null: there is nothing to do. */
  confirm: string | null;
  confirmDisabled?: boolean;
  /** What the other button says, and does instead of closing. */
  back?: { label: string; go: () => void };
  danger?: boolean;
  busy: boolean;
  error: unknown;
  size?: string;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something is done to runs, and shows the service's words when it refuses. */
export function AskDialog(props: AskDialogProps) {
  const { opened, title, children, confirm, confirmDisabled, back, danger, busy, error, size, onConfirm, onClose } =
    props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size ?? "md"}
      centered
      styles={{ title: { fontWeight: 650 } }}
      closeOnEscape={false}
      closeButtonProps={{ "aria-label": runTexts.close }}
      onFocusCapture={keepEscapeHere}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <Stack gap="md" className={touch.touch}>
        {children}
        {error != null && <Refused error={error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus={danger || undefined} onClick={back?.go ?? onClose}>
            {back?.label ?? runTexts.cancel}
          </Button>
          {confirm != null && (
            <ActButton color={danger ? "red.8" : undefined} busy={busy} off={confirmDisabled} onAct={onConfirm}>
              {confirm}
            </ActButton>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** Escape closes every open overlay at once, a drawer below this one, too, unless the element in focus keeps it to itself. */
function keepEscapeHere(event: FocusEvent<HTMLElement>): void {
  event.target.setAttribute("data-mantine-stop-propagation", "true");
}

/** Why something was not done: a service's refusal in its own words, or that nothing was answered. */
export function Refused({ error }: { error: unknown }) {
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={isUnreachable(error) ? shellTexts.notDone : runTexts.refused}
    >
      {reasonOf(error)}
    </Alert>
  );
}

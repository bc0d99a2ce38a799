import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ActionButton } from "../shell/ActionButton";
import { Dialog } from "../shell/Dialog";
import { runTexts } from "../texts/runs";
import { Refused } from "./Refused";
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
    opened && (
      <Dialog title={title} size={size ?? "md"} onClose={onClose}>
        <Stack className={touch.touch}>
          {children}
          {error != null && <Refused error={error} />}
          <Group justify="flex-end">
            <ActionButton variant="default" data-autofocus={danger || undefined} onClick={back?.go ?? onClose}>
              {back?.label ?? runTexts.cancel}
            </ActionButton>
            {confirm != null && (
              <ActionButton danger={danger} busy={busy} off={confirmDisabled} onClick={onConfirm}>
                {confirm}
              </ActionButton>
            )}
          </Group>
        </Stack>
      </Dialog>
    )
  );
}

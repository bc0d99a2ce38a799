import { Modal, Text } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { eventTexts } from "../texts/event";
import { useLeaving } from "./leaving";
import { useReturnFocus } from "./useReturnFocus";

type EventDialogProps = {
  title: string;
  onClose: () => void;
  size?: string;
  children: ReactNode;
};

/** A question over the drawer. It is open as long as it is there; Esc closes it and leaves the drawer as it is. */
export function EventDialog({ title, onClose, size = "lg", children }: EventDialogProps) {
  const { dialogOpened } = useLeaving();
  useReturnFocus();
  useEffect(() => dialogOpened(), [dialogOpened]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <Text span fw={650} size="lg">
          {title}
        </Text>
      }
      size={size}
      centered
      closeButtonProps={{ size: "lg", "aria-label": eventTexts.close }}
    >
      {children}
    </Modal>
  );
}

import { Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { shellTexts } from "../texts/shell";
import { useReturnFocus } from "./useReturnFocus";
import { useTopmostEsc } from "./useTopmostEsc";

type DialogProps = {
  title: string;
  onClose: () => void;
  size?: string;
  children: ReactNode;
};

/**
 * A question over the page, or over a drawer or dialog on it. It is open as long as it is there; Esc closes it and leaves what
 * is below as it is, and the focus goes back to what had it before.
 */
export function Dialog({ title, onClose, size = "lg", children }: DialogProps) {
  const { ref, isOfAnother } = useTopmostEsc();
  useReturnFocus();
  return (
    <Modal
      ref={ref}
      opened
      onClose={() => isOfAnother() || onClose()}
      title={
        <Text span fw={650} size="lg">
          {title}
        </Text>
      }
      size={size}
      centered
      closeButtonProps={{ size: "lg", "aria-label": shellTexts.close }}
    >
      {children}
    </Modal>
  );
}

import { Center, Loader, VisuallyHidden } from "@mantine/core";

/** A wait that is normally too short for more than a spinner. */
export function Waiting({ label }: { label: string }) {
  return (
    <Center mih={260} role="status">
      <Loader aria-hidden />
      <VisuallyHidden>{label}</VisuallyHidden>
    </Center>
  );
}

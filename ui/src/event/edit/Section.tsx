import { Stack, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A part of an event under its heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" aria-labelledby={id} gap="sm">
      <Title order={3} size="h5" id={id} style={{ display: "flex", alignItems: "center", gap: 10 }}>
        {title}
        {aside}
      </Title>
      {children}
    </Stack>
  );
}

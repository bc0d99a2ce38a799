import { Center, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useId } from "react";

/** A page, or a part of one, that has only one thing to say: nothing here, not allowed, gone wrong. */
export function Notice({
  icon,
  title,
  text,
  whole = false,
  children,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  /** It is the whole page, so that its title is the page's. */
  whole?: boolean;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <Center component="section" aria-labelledby={id} mih={260} p="lg">
      <Stack align="center" gap="sm" maw={460}>
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          {icon}
        </ThemeIcon>
        <Title id={id} order={whole ? 1 : 2} size="h3" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center">
          {text}
        </Text>
        {children}
      </Stack>
    </Center>
  );
}

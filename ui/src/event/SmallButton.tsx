import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentPropsWithoutRef } from "react";
import classes from "./SmallButton.module.css";

type SmallButtonProps = ButtonProps & Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps>;

/** A button beside what it belongs to: small, but on phones as high as a thumb needs. */
export function SmallButton(props: SmallButtonProps) {
  return <Button variant="subtle" size="compact-sm" {...props} className={classes.small} />;
}

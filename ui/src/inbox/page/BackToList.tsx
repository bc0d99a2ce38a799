import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useInbox } from "../InboxContext";
import { isPlain } from "../scope/follow";
import classes from "./BackToList.module.css";

/** On phones, where the message takes the list's place. */
export function BackToList({ onBack }: { onBack: () => void }) {
  const { texts, settings } = useInbox();
  const { inboxHref, messageHref, onNavigate } = settings;
  const look = {
    variant: "subtle",
    className: classes.back,
    leftSection: <IconArrowLeft size={18} aria-hidden />,
    children: texts.back,
  };
  if (inboxHref == null || messageHref == null) {
    return <Button {...look} onClick={onBack} />;
  }
  return (
    <Button
      {...look}
      component="a"
      href={inboxHref}
      onClick={(event) => {
        if (onNavigate != null && isPlain(event)) {
          event.preventDefault();
          onNavigate(inboxHref);
        }
      }}
    />
  );
}

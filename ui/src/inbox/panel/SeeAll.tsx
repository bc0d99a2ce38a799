import { IconArrowRight } from "@tabler/icons-react";
import { useInbox } from "../InboxContext";
import { isPlain } from "../scope/follow";
import classes from "./SeeAll.module.css";

/** Leads to the page of the whole inbox. */
export function SeeAll({ href, onFollow }: { href: string; onFollow: () => void }) {
  const { texts, settings } = useInbox();
  return (
    <a
      href={href}
      className={classes.all}
      onClick={(event) => {
        if (settings.onNavigate != null && isPlain(event)) {
          event.preventDefault();
          onFollow();
          settings.onNavigate(href);
        }
      }}
    >
      {texts.seeAll}
      <IconArrowRight size={16} aria-hidden />
    </a>
  );
}

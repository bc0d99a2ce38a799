import type { RefObject } from "react";
import { MoreButton } from "../../shell/MoreButton";
import { useInbox } from "../InboxContext";
import type { useMessageList } from "../messages/useMessageList";
import classes from "./LoadMore.module.css";

type LoadMoreProps = {
  list: ReturnType<typeof useMessageList>["list"];
  /** What contains the messages. */
  items: RefObject<HTMLElement | null>;
};

/** Goes on with the list, or says that it ends here. */
export function LoadMore({ list, items }: LoadMoreProps) {
  const { texts } = useInbox();
  const failed = list.isFetchNextPageError && !list.isFetchingNextPage;
  return (
    <div className={classes.more}>
      {!list.hasNextPage && <p>{texts.end}</p>}
      {list.hasNextPage && failed && <p role="alert">{texts.awayTitle}.</p>}
      <MoreButton
        variant="default"
        className={classes.button}
        list={items}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      >
        {list.isFetchingNextPage ? texts.loadingMore : failed ? texts.tryAgain : texts.loadMore}
      </MoreButton>
    </div>
  );
}

import { Button } from "@mantine/core";
import { useInbox } from "../InboxContext";
import type { useMessageList } from "../messages/useMessageList";
import classes from "./LoadMore.module.css";

/** Goes on with the list, or says that it ends here. */
export function LoadMore({ list }: { list: ReturnType<typeof useMessageList>["list"] }) {
  const { texts } = useInbox();
  if (!list.hasNextPage) {
    return <p className={classes.end}>{texts.end}</p>;
  }
  const failed = list.isFetchNextPageError && !list.isFetchingNextPage;
  return (
    <div className={classes.more}>
      {failed && <p role="alert">{texts.awayTitle}.</p>}
      <Button
        variant="default"
        className={classes.button}
        aria-disabled={list.isFetchingNextPage || undefined}
        onClick={() => {
          if (!list.isFetchingNextPage) {
            void list.fetchNextPage();
          }
        }}
      >
        {list.isFetchingNextPage ? texts.loadingMore : failed ? texts.tryAgain : texts.loadMore}
      </Button>
    </div>
  );
}

import type { UnreadCount } from "../../api/types";

const MOST = 99;

/** What the badge says; null: nothing, for nothing is unread. */
export function badgeText({ count, hasMore }: UnreadCount): string | null {
  if (count <= 0) {
    return null;
  }
  return hasMore || count > MOST ? `${MOST}+` : String(count);
}

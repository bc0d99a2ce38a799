import { Skeleton, Switch } from "@mantine/core";
import { useInbox } from "../InboxContext";
import classes from "./PromotionsSetting.module.css";
import { usePreference } from "./usePreference";

/** Unsubscribes from promotions, and back, and says from when on that counts. */
export function PromotionsSetting() {
  const { texts } = useInbox();
  const { preference, change, saved } = usePreference();
  return (
    <section className={classes.setting} aria-label={texts.promotions}>
      {preference == null ? (
        <div className={classes.loading}>
          <Skeleton height={24} width={220} />
          <Skeleton height={12} mt={18} />
          <Skeleton height={12} mt={10} width="60%" />
        </div>
      ) : (
        <Switch
          size="md"
          label={texts.receive}
          classNames={{ label: classes.label, body: classes.switch }}
          checked={!preference.unsubscribed}
          onChange={(event) => change({ unsubscribed: !event.currentTarget.checked })}
        />
      )}
      {preference != null && (
        <p className={classes.about}>{preference.unsubscribed ? texts.receiveOff : texts.receiveOn}</p>
      )}
      <p role="status" className={classes.saved}>
        {saved && texts.preferenceSaved}
      </p>
    </section>
  );
}

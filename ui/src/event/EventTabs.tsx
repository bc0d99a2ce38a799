import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { eventTexts } from "../texts/event";
import type { DrawerTab } from "./EventDrawer";
import classes from "./EventDrawer.module.css";
import { HistoryTab } from "./history/HistoryTab";

type EventTabsProps = {
  header: ReactNode;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  /** Null: a new event, which has neither runs nor a history. */
  eventId: string | null;
  zone?: string;
  details: ReactNode;
  runs?: ReactNode;
  actions?: ReactNode;
};

/** The drawer from its header to its actions, with an event's parts between them. What is typed stays while another part is looked at. */
export function EventTabs({ header, tab, onTab, eventId, zone, details, runs, actions }: EventTabsProps) {
  const texts = eventTexts.tabs;
  return (
    <Tabs
      className={classes.view ?? ""}
      value={tab}
      onChange={(value) => value != null && onTab(value as DrawerTab)}
      keepMounted={false}
    >
      {header}
      {eventId != null && (
        <Tabs.List className={classes.tabs ?? ""}>
          <Tabs.Tab value="details" className={classes.tab ?? ""}>
            {texts.details}
          </Tabs.Tab>
          {runs != null && (
            <Tabs.Tab value="runs" className={classes.tab ?? ""}>
              {texts.runs}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="history" className={classes.tab ?? ""}>
            {texts.history}
          </Tabs.Tab>
        </Tabs.List>
      )}
      <Tabs.Panel value="details" className={classes.panel ?? ""} keepMounted>
        {details}
      </Tabs.Panel>
      {runs != null && (
        <Tabs.Panel value="runs" className={classes.panel ?? ""} tabIndex={0}>
          {runs}
        </Tabs.Panel>
      )}
      {eventId != null && (
        <Tabs.Panel value="history" className={classes.panel ?? ""} tabIndex={0}>
          <HistoryTab eventId={eventId} zone={zone} />
        </Tabs.Panel>
      )}
      {actions}
    </Tabs>
  );
}

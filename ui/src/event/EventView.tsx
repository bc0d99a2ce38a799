import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import type { PromoEvent } from "../api/types";
import { useRights } from "../auth/RightsContext";
import { EventRuns } from "../runs/EventRuns";
import { MayBeOld } from "../shell/MayBeOld";
import { eventTexts } from "../texts/event";
import type { EventWindow } from "../time/window";
import { ConfirmDatesDialog } from "./actions/ConfirmDatesDialog";
import { EventActions } from "./actions/EventActions";
import type { DrawerTab } from "./EventDrawer";
import classes from "./EventDrawer.module.css";
import { EventFacts } from "./EventFacts";
import { EventStatusMark } from "./EventStatusMark";
import { EventTabs } from "./EventTabs";
import { EventForm } from "./edit/EventForm";
import { EventFormProvider } from "./edit/eventForm";
import { useEditing } from "./edit/useEditing";
import { useFieldFocus } from "./edit/useFieldFocus";
import { useSaving } from "./edit/useSaving";
import { mayBeEdited } from "./eventStatus";
import { GoneEvent } from "./GoneEvent";
import { PlainHeader } from "./PlainHeader";
import { CompareDialog } from "./stale/CompareDialog";

export type EventViewProps = {
  /** The event as the service has it now; null: a new one. */
  event: PromoEvent | null;
  /** The window that a new event begins with. */
  begin?: EventWindow;
  /** The service does not have it any more. */
  gone: boolean;
  /** Why it could not be had anew; null when it could. */
  error: unknown;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  /** What is typed here was saved as this draft, which is shown from now on. */
  onMade: (eventId: string) => void;
  onClose: () => void;
  /** The question is to be put whether the event is to be published, which the service would not refuse. */
  onPublish: (event: PromoEvent) => void;
};

/** An event, to be changed by whoever may and as long as it can be, else to be read. */
export function EventView({ event, begin, gone, error, tab, onTab, onMade, onClose, onPublish }: EventViewProps) {
  const rights = useRights();
  const editing = useEditing(event, begin);
  const { form, base, changed } = editing;
  const [locale, setLocale] = useState(form.values.promotionPackage.defaultLocale);
  const focusFirst = useFieldFocus((wrong) => {
    if (tab !== "details") {
      onTab("details");
    }
    if (wrong != null) {
      setLocale(wrong);
    }
  });
  const saving = useSaving(editing, focusFirst);
  const { content, defaultLocale } = form.values.promotionPackage;
  const shownLocale = content[locale] == null ? defaultLocale : locale;
  const editable = rights.plan && (changed || base == null || mayBeEdited(base));

  const save = async () => {
    const saved = await saving.save();
    if (saved != null && saved.eventId !== event?.eventId) {
      onMade(saved.eventId);
    }
  };
  const shortcut = () => {
    if (editable && (changed || base == null) && saving.comparing == null) {
      void save();
    }
  };
  useHotkeys(
    [
      ["mod+S", shortcut],
      ["mod+Enter", shortcut],
    ],
    [],
  );

  if (gone && event != null && base?.eventId === event.eventId && !changed) {
    return <GoneEvent eventId={event.eventId} title={event.title} tab={tab} onTab={onTab} />;
  }
  const known = base ?? event;
  return (
    <EventFormProvider form={form}>
      <EventTabs
        header={
          <>
            <PlainHeader title={known?.title ?? eventTexts.newEvent}>
              {known != null && (
                <span>
                  <EventStatusMark event={editing.newer ?? known} />
                </span>
              )}
            </PlainHeader>
            <div className={classes.old}>
              <MayBeOld error={error} />
            </div>
          </>
        }
        tab={base == null ? "details" : tab}
        onTab={onTab}
        eventId={base?.eventId ?? null}
        zone={base?.timeZone}
        details={
          editable ? (
            <EventForm editing={editing} locale={shownLocale} onLocale={setLocale} />
          ) : (
            event != null && <EventFacts event={event} />
          )
        }
        runs={base == null ? null : <EventRuns event={base} />}
        actions={
          <EventActions
            editing={editing}
            saving={saving}
            gone={gone}
            editable={editable}
            onSave={() => void save()}
            onPublish={(allowed) => {
              onPublish(allowed);
              if (event == null) {
                onMade(allowed.eventId);
              }
            }}
            onMade={onMade}
            onClose={onClose}
          />
        }
      />
      {saving.toConfirm != null && (
        <ConfirmDatesDialog dates={saving.toConfirm} zone={form.values.timeZone} onAnswer={saving.answer} />
      )}
      {saving.comparing != null && (
        <CompareDialog
          editing={editing}
          newer={saving.comparing}
          onSave={(values) => void saving.saveOn(saving.comparing as PromoEvent, values)}
          onClose={() => saving.compare(null)}
        />
      )}
    </EventFormProvider>
  );
}

import { IconBan, IconCopy, IconMailForward, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { PromoEvent } from "../../api/types";
import { useRights } from "../../auth/RightsContext";
import { ActionButton } from "../../shell/ActionButton";
import { toastDone, toastFailed } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";
import classes from "../EventDrawer.module.css";
import type { Editing } from "../edit/useEditing";
import type { Saving } from "../edit/useSaving";
import { newKey, useEventCommands } from "../eventCommands";
import { statusAt } from "../eventStatus";
import { useLeaving } from "../leaving";
import { MeanwhileNotice } from "../stale/MeanwhileNotice";
import own from "./actions.module.css";
import { CancelDialog } from "./CancelDialog";
import { DeleteDialog } from "./DeleteDialog";
import { SaveButtons } from "./SaveButtons";
import { TestSendDialog } from "./TestSendDialog";

type EventActionsProps = {
  editing: Editing;
  saving: Saving;
  gone: boolean;
  editable: boolean;
  onSave: () => void;
  onPublish: (event: PromoEvent) => void;
  onMade: (eventId: string) => void;
  onClose: () => void;
};

/** What can be done with the event, at the drawer's bottom; above it why the last try did not work. */
export function EventActions({
  editing,
  saving,
  gone,
  editable,
  onSave,
  onPublish,
  onMade,
  onClose,
}: EventActionsProps) {
  const rights = useRights();
  const commands = useEventCommands();
  const { leave, open } = useLeaving();
  const [asking, setAsking] = useState<"cancel" | "delete" | "test" | null>(null);
  const [copying, setCopying] = useState(false);
  const { base, changed } = editing;
  const status = base == null ? null : statusAt(base);
  const mayTest = rights.operate && (status === "DRAFT" || status === "PUBLISHED");
  if (!rights.plan && !mayTest) {
    return null;
  }

  const duplicate = async () => {
    if (base == null) {
      return;
    }
    setCopying(true);
    try {
      const copy = await commands.copy(base.eventId, newKey());
      toastDone(eventTexts.duplicated);
      open(copy.eventId);
    } catch (error) {
      toastFailed(error);
    } finally {
      setCopying(false);
    }
  };
  const close = () => setAsking(null);

  return (
    <div className={classes.actions}>
      <div className={own.problems}>
        <MeanwhileNotice editing={editing} saving={saving} gone={gone} onMade={onMade} />
      </div>
      {rights.plan && status === "DRAFT" && (
        <ActionButton
          compact
          variant="default"
          c="var(--mantine-color-error)"
          icon={<IconTrash size={18} aria-hidden />}
          onClick={() => setAsking("delete")}
        >
          {eventTexts.delete}
        </ActionButton>
      )}
      {rights.plan && status === "PUBLISHED" && (
        <ActionButton
          compact
          variant="default"
          c="var(--mantine-color-error)"
          icon={<IconBan size={18} aria-hidden />}
          onClick={() => setAsking("cancel")}
        >
          {eventTexts.cancelEvent}
        </ActionButton>
      )}
      {rights.plan && base != null && (
        <ActionButton
          compact
          variant="default"
          icon={<IconCopy size={18} aria-hidden />}
          busy={copying}
          onClick={() => leave(() => void duplicate())}
        >
          {eventTexts.duplicate}
        </ActionButton>
      )}
      {mayTest && (
        <ActionButton
          compact
          variant="default"
          icon={<IconMailForward size={18} aria-hidden />}
          onClick={() => setAsking("test")}
        >
          {eventTexts.testSend}
        </ActionButton>
      )}
      {editable && <SaveButtons editing={editing} saving={saving} onSave={onSave} onPublish={onPublish} />}
      {asking === "cancel" && base != null && <CancelDialog event={base} onClose={close} />}
      {asking === "delete" && base != null && (
        <DeleteDialog event={base} onClose={close} onDeleted={() => leave(onClose)} />
      )}
      {asking === "test" && base != null && <TestSendDialog event={base} changed={changed} onClose={close} />}
    </div>
  );
}

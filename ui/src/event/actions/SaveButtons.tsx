import { IconDeviceFloppy, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import type { PromoEvent } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { eventTexts } from "../../texts/event";
import classes from "../EventDrawer.module.css";
import type { Editing } from "../edit/useEditing";
import type { Saving } from "../edit/useSaving";
import { statusAt } from "../eventStatus";
import own from "./actions.module.css";

type SaveButtonsProps = {
  editing: Editing;
  saving: Saving;
  onSave: () => void;
  /** The event, saved, may be published. */
  onPublish: (event: PromoEvent) => void;
};

/** Saving, and publishing a draft. What is not saved yet is saved before it is published. */
export function SaveButtons({ editing, saving, onSave, onPublish }: SaveButtonsProps) {
  const [preparing, setPreparing] = useState(false);
  const { base, changed } = editing;
  const draft = base == null || statusAt(base) === "DRAFT";

  const publish = async () => {
    setPreparing(true);
    try {
      const saved = changed || base == null ? await saving.save() : base;
      // Asked before the question is put, so that nobody confirms what would be refused.
      if (saved != null && (await saving.allowed(saved)) != null) {
        onPublish(saved);
      }
    } finally {
      setPreparing(false);
    }
  };

  return (
    <div className={classes.main}>
      {changed && <span className={own.unsaved}>{eventTexts.unsaved}</span>}
      {(changed || base == null) && (
        <ActionButton
          variant={draft ? "default" : "filled"}
          icon={<IconDeviceFloppy size={18} aria-hidden />}
          busy={saving.busy && !preparing}
          onClick={onSave}
        >
          {draft ? eventTexts.saveDraft : eventTexts.saveAndRepublish}
        </ActionButton>
      )}
      {draft && (
        <ActionButton icon={<IconSend size={18} aria-hidden />} busy={preparing} onClick={() => void publish()}>
          {changed || base == null ? eventTexts.saveAndPublish : eventTexts.publish}
        </ActionButton>
      )}
    </div>
  );
}

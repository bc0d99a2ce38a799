import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useServices } from "../api/ApiContext";
import { ProblemError } from "../api/problem";
import type { PromoEvent } from "../api/types";
import { toastDone } from "../shell/toasts";
import { runTexts } from "../texts/runs";
import { AskDialog } from "./AskDialog";
import { type Asked, BackfillForm } from "./BackfillForm";
import { BackfillPlan } from "./BackfillPlan";
import { type BackfillRange, messagesOf } from "./backfillRange";
import { staleRuns } from "./runCache";
import { isOver } from "./runRules";

type BackfillDialogProps = {
  event: PromoEvent;
  /** The range to begin with; null: closed. */
  range: BackfillRange | null;
  onClose: () => void;
};

/** Asks which days, shows what would be sent, and only then offers to send it. */
export function BackfillDialog({ event, range, onClose }: BackfillDialogProps) {
  const { dispatch } = useServices();
  const cache = useQueryClient();
  const [begun, setBegun] = useState<BackfillRange | null>(null);
  const [asked, setAsked] = useState<Asked>({ from: "", to: "", mode: "missing", afterEnd: false });
  const over = isOver(event);
  const rehearsal = dispatch.useMutation("post", "/backfills");
  const sending = dispatch.useMutation("post", "/backfills", {
    onSuccess: (answer) => {
      toastDone(runTexts.backfillSent(answer.total));
      onClose();
    },
    onSettled: () => void staleRuns(cache),
  });
  const reset = () => {
    rehearsal.reset();
    sending.reset();
  };
  if (range !== begun) {
    setBegun(range);
    if (range != null) {
      reset();
      setAsked({ ...range, mode: "missing", afterEnd: false });
    }
  }
  const body = (dryRun: boolean) => ({
    body: { ...asked, afterEnd: over && asked.afterEnd, eventId: event.eventId, dryRun },
  });
  const plan = rehearsal.data;
  const refusal: unknown = rehearsal.error;
  const fields =
    refusal instanceof ProblemError ? refusal.fields.filter(({ field }) => field === "from" || field === "to") : [];
  return (
    <AskDialog
      opened={range != null}
      size="xl"
      title={runTexts.backfillTitle}
      {...(plan == null
        ? {
            confirm: runTexts.dryRun,
            confirmDisabled: asked.from === "" || asked.to === "" || (over && !asked.afterEnd),
            busy: rehearsal.isPending,
            error: fields.length > 0 ? null : refusal,
            onConfirm: () => rehearsal.mutate(body(true)),
          }
        : {
            confirm: plan.total === 0 ? null : runTexts.backfillSend(plan.total, messagesOf(plan.items)),
            busy: sending.isPending,
            error: sending.error,
            back: { label: runTexts.back, go: reset },
            onConfirm: () => sending.mutate(body(false)),
          })}
      onClose={onClose}
    >
      {plan == null ? (
        <BackfillForm event={event} over={over} asked={asked} fields={fields} onChange={setAsked} />
      ) : (
        <BackfillPlan plan={plan} />
      )}
    </AskDialog>
  );
}

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
    onSuccess: (answer) => toastDone(runTexts.backfillSent(answer.total)),
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
  const rehearse = () =>
    rehearsal.mutate({
      body: { ...asked, afterEnd: over && asked.afterEnd, eventId: event.eventId, dryRun: true },
    });
  const { data: plan, variables: rehearsed } = rehearsal;
  // What was rehearsed, whatever the form and the clock say by now.
  const send = () =>
    rehearsed && sending.mutate({ body: { ...rehearsed.body, dryRun: false } }, { onSuccess: onClose });
  const change = (to: Asked) => {
    reset();
    setAsked(to);
  };
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
            onConfirm: rehearse,
          }
        : {
            confirm: plan.total === 0 ? null : runTexts.backfillSend(plan.total, messagesOf(plan.items)),
            busy: sending.isPending,
            error: sending.error,
            back: { label: runTexts.back, go: reset },
            onConfirm: send,
          })}
      onClose={onClose}
    >
      {plan == null ? (
        <BackfillForm
          event={event}
          over={over}
          asked={asked}
          locked={rehearsal.isPending}
          fields={fields}
          onChange={change}
        />
      ) : (
        <BackfillPlan plan={plan} />
      )}
    </AskDialog>
  );
}

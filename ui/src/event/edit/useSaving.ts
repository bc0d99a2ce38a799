import { useRef, useState } from "react";
import { ProblemError } from "../../api/problem";
import type { DatesOfEdit, EventDraft, PromoEvent } from "../../api/types";
import { reasonOf, toastDone } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";
import { newKey, useEventCommands } from "../eventCommands";
import { statusAt } from "../eventStatus";
import { draftOf, type EventValues, valuesOf } from "./eventValues";
import { fieldPaths, sortProblems } from "./fieldProblems";
import type { Editing } from "./useEditing";

/** What stood in the way of the last try, where no field says it; lost: the event can be changed no more. */
type Refused = { messages: string[]; lost: boolean };

/** What an edit makes of the dates, which whoever saves is to see first, and the version it is saved on. */
type ToConfirm = { dates: DatesOfEdit; on: PromoEvent };

const NOTHING: Refused = { messages: [], lost: false };

/**
 * Saves what is typed, and says at the fields and above the actions why not.
 *
 * @param focusFirst moves the focus to the first of the wrong fields
 */
export function useSaving(
  editing: Editing,
  focusFirst: (problems: Record<string, unknown>, values: EventValues) => void,
) {
  const commands = useEventCommands();
  const [busy, setBusy] = useState(false);
  const atWork = useRef(false);
  const [refused, setRefused] = useState<Refused>(NOTHING);
  const [comparing, setComparing] = useState<PromoEvent | null>(null);
  const [toConfirm, setToConfirm] = useState<ToConfirm | null>(null);
  const attempt = useRef({ content: "", key: "" });
  const { form, base } = editing;

  /** The same content is made once, however often it is sent. */
  const create = (draft: EventDraft) => {
    const content = JSON.stringify(draft);
    if (attempt.current.content !== content) {
      attempt.current = { content, key: newKey() };
    }
    return commands.create(draft, attempt.current.key);
  };

  const showProblems = (problems: Record<string, unknown>, rest: string[]) => {
    const values = form.getValues();
    form.setErrors(problems as Record<string, string>);
    setRefused({ messages: rest, lost: false });
    focusFirst(problems, values);
  };

  /** Shows a refusal where it belongs. */
  const explain = async (error: unknown, on: PromoEvent | null = base) => {
    if (!(error instanceof ProblemError)) {
      setRefused({ messages: [reasonOf(error)], lost: false });
    } else if (error.kind === "needs-confirmation" && on != null) {
      setToConfirm({ dates: error.problem.dates as DatesOfEdit, on });
    } else if (error.status === 412 && base != null) {
      setComparing(await commands.fetch(base.eventId));
    } else if (error.fields.length > 0) {
      const sorted = sortProblems(error.fields, form.getValues());
      showProblems(sorted.fields, sorted.rest);
    } else {
      setRefused({ messages: [error.message], lost: error.status === 404 || error.status === 409 });
    }
  };

  const working = async <T>(work: () => Promise<T>, on: PromoEvent | null = base): Promise<T | null> => {
    if (atWork.current) {
      return null;
    }
    atWork.current = true;
    setBusy(true);
    setRefused(NOTHING);
    try {
      return await work();
    } catch (error) {
      await explain(error, on).catch((failed: unknown) => setRefused({ messages: [reasonOf(failed)], lost: false }));
      return null;
    } finally {
      atWork.current = false;
      setBusy(false);
    }
  };

  /** Sends the values, on the version given; null when they were refused. */
  const save = async (values: EventValues, on: PromoEvent | null, confirmed = false): Promise<PromoEvent | null> => {
    const { errors } = form.validate();
    if (Object.keys(errors).length > 0) {
      const known = new Set(fieldPaths(values));
      const rest = Object.entries(errors).filter(([path]) => !known.has(path));
      showProblems(
        errors,
        rest.map(([, message]) => String(message)),
      );
      return null;
    }
    const draft = draftOf(values, on ?? undefined);
    const saved = await working(() => (on == null ? create(draft) : commands.save(on, draft, confirmed)), on);
    if (saved == null) {
      return null;
    }
    // What was typed while the answer was awaited stays, and stays unsaved; see useView for the draft just made.
    editing.goOn(saved, form.getValues() === values ? valuesOf(saved) : form.getValues());
    toastDone(
      on == null
        ? eventTexts.created
        : statusAt(saved) === "PUBLISHED"
          ? eventTexts.republished(saved.version)
          : eventTexts.saved(saved.version),
    );
    return saved;
  };

  return {
    busy,
    refused,
    comparing,
    compare: setComparing,
    save: () => save(form.getValues(), base),
    toConfirm: toConfirm?.dates ?? null,
    /** Saves what was asked about; false: does not. */
    answer: (yes: boolean) => {
      setToConfirm(null);
      if (yes && toConfirm != null) {
        void save(form.getValues(), toConfirm.on, true);
      }
    },
    /** Saves the merged values on the version they were compared with. */
    saveOn: (newer: PromoEvent, values: EventValues) => {
      setComparing(null);
      editing.goOn(newer, values);
      return save(form.getValues(), newer);
    },
    /** What was typed becomes an event of its own, where its own can be changed no more; that is edited from then on. */
    saveAsDraft: () => save(form.getValues(), null),
    /** Asks the service without changing anything; shows its refusal like that of a save. */
    allowed: (event: PromoEvent) => working(() => commands.mayPublish(event)),
    explain,
  };
}

export type Saving = ReturnType<typeof useSaving>;

import { Group, Stack, Text, TextInput } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { ProblemError } from "../../api/problem";
import type { PromoEvent } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { Dialog } from "../../shell/Dialog";
import { reasonOf, toastDone } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";
import { newKey } from "../eventCommands";
import { useTestSend } from "./useTestSend";

type TestSendDialogProps = { event: PromoEvent; changed: boolean; onClose: () => void };

/** Sends the event to one customer now, marked as a test. */
export function TestSendDialog({ event, changed, onClose }: TestSendDialogProps) {
  const sendTo = useTestSend(event.eventId);
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [user, setUser] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const atWork = useRef(false);
  const send = async () => {
    // Enter may be pressed twice before the page has been drawn anew.
    if (atWork.current) {
      return;
    }
    if (user.trim() === "") {
      setProblem(eventTexts.testNoUser);
      return;
    }
    atWork.current = true;
    setBusy(true);
    try {
      toastDone(await sendTo(user.trim(), key));
      onClose();
    } catch (error) {
      const field = error instanceof ProblemError ? error.fields.find((it) => it.field === "user") : undefined;
      setProblem(field == null ? reasonOf(error) : `${eventTexts.testUser} ${field.message}`);
      // What was answered is over; what was not may have been accepted, and is not to be sent twice.
      if (error instanceof ProblemError) {
        setKey(newKey());
      }
    } finally {
      atWork.current = false;
      setBusy(false);
    }
  };
  const onSubmit = (submitted: FormEvent) => {
    submitted.preventDefault();
    void send();
  };
  return (
    <Dialog title={eventTexts.testTitle} onClose={onClose} size="md">
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text size="sm">{eventTexts.testHint}</Text>
          {changed && (
            <Text size="sm" fw={600}>
              {eventTexts.testSaved}
            </Text>
          )}
          <TextInput
            label={eventTexts.testUser}
            description={eventTexts.testUserHint}
            placeholder="anna@example.com"
            value={user}
            error={problem}
            data-autofocus
            onChange={(typed) => {
              setUser(typed.currentTarget.value);
              setKey(newKey());
              setProblem(null);
            }}
          />
          <Group justify="flex-end">
            <ActionButton variant="default" onClick={onClose}>
              {eventTexts.back}
            </ActionButton>
            <ActionButton busy={busy} icon={<IconMailForward size={18} aria-hidden />} onClick={() => void send()}>
              {eventTexts.sendTest}
            </ActionButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

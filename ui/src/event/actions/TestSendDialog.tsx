import { Group, Stack, Text, TextInput } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { useServices } from "../../api/ApiContext";
import { ProblemError } from "../../api/problem";
import type { PromoEvent } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { Dialog } from "../../shell/Dialog";
import { reasonOf, toastDone } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";

type TestSendDialogProps = { event: PromoEvent; changed: boolean; onClose: () => void };

/** Sends the event to one customer now, marked as a test. */
export function TestSendDialog({ event, changed, onClose }: TestSendDialogProps) {
  const { dispatch } = useServices();
  const { mutateAsync, isPending } = dispatch.useMutation("post", "/test-send");
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
    try {
      const sent = await mutateAsync({ body: { eventId: event.eventId, user: user.trim(), dryRun: false } });
      toastDone(eventTexts.tested(sent.subject));
      onClose();
    } catch (error) {
      const field = error instanceof ProblemError ? error.fields.find((it) => it.field === "user") : undefined;
      setProblem(field == null ? reasonOf(error) : `${eventTexts.testUser} ${field.message}`);
    } finally {
      atWork.current = false;
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
              setProblem(null);
            }}
          />
          <Group justify="flex-end">
            <ActionButton variant="default" onClick={onClose}>
              {eventTexts.back}
            </ActionButton>
            <ActionButton busy={isPending} icon={<IconMailForward size={18} aria-hidden />} onClick={() => void send()}>
              {eventTexts.sendTest}
            </ActionButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

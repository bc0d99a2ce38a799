import { createFormContext } from "@mantine/form";
import type { EventValues } from "./eventValues";

/** The event's form: everything inside the drawer's details reads and writes it. */
export const [EventFormProvider, useEventForm, useNewEventForm] = createFormContext<EventValues>();

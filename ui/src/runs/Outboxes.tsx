import { Skeleton, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useServices } from "../api/ApiContext";
import { operationTexts } from "../texts/operations";
import { FailedRecords } from "./FailedRecords";
import classes from "./RunsOverview.module.css";
import { Section } from "./Section";

const EVERY_MS = 20_000;
const FAILED = { params: { query: { status: "FAILED" as const, limit: 100 } } };

/** What the services could not tell each other: records of their outboxes that Kafka refused. */
export function Outboxes() {
  const { dispatch, calendar } = useServices();
  const of = {
    dispatch: dispatch.useQuery("get", "/outbox", FAILED, { refetchInterval: EVERY_MS }),
    calendar: calendar.useQuery("get", "/outbox", FAILED, { refetchInterval: EVERY_MS }),
  };
  const clear = of.dispatch.data?.items.length === 0 && of.calendar.data?.items.length === 0;
  return (
    <Section title={operationTexts.outboxes}>
      <div className={classes.card}>
        {clear && (
          <Text size="sm" className={classes.idle}>
            <IconCircleCheck size={18} aria-hidden />
            {operationTexts.outboxClear}
          </Text>
        )}
        {!clear &&
          (["dispatch", "calendar"] as const).map((name) => {
            const { data, isError } = of[name];
            if (data == null) {
              return isError ? (
                <Text key={name} size="sm">
                  {operationTexts.outboxAway(name)}
                </Text>
              ) : (
                <Skeleton key={name} height={22} />
              );
            }
            return data.items.length > 0 && <FailedRecords key={name} service={name} page={data} />;
          })}
      </div>
    </Section>
  );
}

import { Skeleton, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { operationTexts } from "../texts/operations";
import classes from "./Card.module.css";
import { FailedRecords } from "./FailedRecords";
import { Section } from "./Section";
import { OUTBOXES, useFailedRecords } from "./useFailedRecords";

/** What the services could not tell each other: records of their outboxes that Kafka refused. */
export function Outboxes() {
  const boxes = useFailedRecords();
  const clear = OUTBOXES.every((name) => boxes[name].data?.items.length === 0);
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
          OUTBOXES.map((name) => {
            const { data, isError } = boxes[name];
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

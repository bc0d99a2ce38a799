import { Stack, Table, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { RequestedRun } from "../api/types";
import { formatDate, formatNumber } from "../texts/format";
import { runTexts } from "../texts/runs";
import { messagesOf, sends } from "./backfillRange";

/** What a backfill would send, day by day, and how much at most. */
export function BackfillPlan({ plan }: { plan: { items: RequestedRun[]; total: number } }) {
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => summary.current?.focus(), []);
  return (
    <Stack gap="xs">
      <Text fw={600} ref={summary} tabIndex={-1}>
        {plan.total === 0
          ? runTexts.planNothing
          : `${runTexts.planTotal(plan.total, plan.items.length)}, ${runTexts.upTo(messagesOf(plan.items))}.`}
      </Text>
      <Table.ScrollContainer minWidth={280} maxHeight={360}>
        <Table aria-label={runTexts.planTitle} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{runTexts.date}</Table.Th>
              <Table.Th>{runTexts.action}</Table.Th>
              <Table.Th ta="right">{runTexts.eligible}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.items.map((step) => (
              <Table.Tr key={step.date} c={sends(step) ? undefined : "dimmed"}>
                <Table.Td>{formatDate(step.date)}</Table.Td>
                <Table.Td>
                  {runTexts.actions[step.action]}
                  {step.reason != null && (
                    <Text size="xs" c="dimmed">
                      {step.reason}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">{step.eligible == null ? runTexts.none : formatNumber(step.eligible)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {plan.total > 0 && (
        <Text size="sm" c="dimmed">
          {runTexts.upToHint}
        </Text>
      )}
    </Stack>
  );
}

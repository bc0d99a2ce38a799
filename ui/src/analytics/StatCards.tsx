import { Paper, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { analyticsTexts } from "../texts/analytics";
import { formatNumber } from "../texts/format";
import type { Figures } from "./figures";
import { quantileText } from "./quantileText";
import classes from "./StatCards.module.css";

/** The sums at one glance. Without figures: their places, as large as they will be. */
export function StatCards({ figures }: { figures: Figures | null }) {
  const cards = [
    { label: analyticsTexts.sent, value: figures && formatNumber(figures.sent), hint: analyticsTexts.sentHint },
    { label: analyticsTexts.read, value: figures && formatNumber(figures.read), hint: analyticsTexts.readHint },
    {
      label: analyticsTexts.readRate,
      value: figures && analyticsTexts.rate(figures.readRate),
      hint: analyticsTexts.readRateHint,
    },
    {
      label: analyticsTexts.median,
      value: figures && quantileText(figures.median, figures.buckets),
      hint:
        figures?.p90 == null
          ? analyticsTexts.nothingRead
          : analyticsTexts.medianHint(quantileText(figures.p90, figures.buckets)),
    },
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, md: 4 }} spacing={{ base: "xs", sm: "md" }} m={0}>
      {cards.map(({ label, value, hint }) => (
        <Paper key={label} withBorder p={{ base: "sm", sm: "md" }} className={classes.card}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <dd className={classes.figure}>
            {value == null ? (
              <Skeleton height={58} />
            ) : (
              <>
                <span className={classes.value}>{value}</span>
                <Text size="xs" c="dimmed">
                  {hint}
                </Text>
              </>
            )}
          </dd>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

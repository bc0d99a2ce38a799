import { ActionIcon, Group, Paper, SegmentedControl, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { analyticsTexts } from "../texts/analytics";
import { type Column, csvTable, type Order, ordered } from "./columns";
import { download } from "./csv";
import classes from "./FigurePanel.module.css";
import { FigureTable } from "./FigureTable";

/** Figures as a chart with a table behind it, or as a table alone; what is shown can be taken along as a file. */
export function FigurePanel<Row>({
  title,
  caption,
  columns,
  rows,
  rowKey,
  fileName,
  chart,
}: {
  title: string;
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  fileName: string;
  chart?: ReactNode;
}) {
  const id = useId();
  const [view, setView] = useState<"chart" | "table">(chart ? "chart" : "table");
  const [order, setOrder] = useState<Order | null>(null);
  const sorted = ordered(rows, columns, order);
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="md" className={classes.panel}>
      <Group justify="space-between" wrap="nowrap" mb="md" className={classes.head}>
        <Title id={id} order={2} size="h4">
          {title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          {chart && (
            <SegmentedControl
              aria-label={analyticsTexts.view(title)}
              classNames={{ label: classes.choice ?? "" }}
              value={view}
              onChange={(value) => setView(value === "table" ? "table" : "chart")}
              data={[
                { value: "chart", label: analyticsTexts.chart },
                { value: "table", label: analyticsTexts.table },
              ]}
            />
          )}
          <ActionIcon
            variant="default"
            className={classes.download}
            aria-label={analyticsTexts.downloadOf(title)}
            title={analyticsTexts.downloadOf(title)}
            onClick={() => download(fileName, csvTable(sorted, columns))}
          >
            <IconDownload size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {view === "chart" ? (
        chart
      ) : (
        <FigureTable
          caption={caption}
          columns={columns}
          rows={sorted}
          rowKey={rowKey}
          order={order}
          onOrder={setOrder}
        />
      )}
    </Paper>
  );
}

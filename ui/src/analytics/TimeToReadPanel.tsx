import { Paper } from "@mantine/core";
import { IconMailOpened } from "@tabler/icons-react";
import { Notice } from "../shell/Notice";
import { analyticsTexts } from "../texts/analytics";
import { distributionOf } from "./distribution";
import { FigurePanel } from "./FigurePanel";
import { bucketColumns } from "./figureColumns";
import type { Figures } from "./figures";
import { TimeToReadChart } from "./TimeToReadChart";

/** How soon messages were read. */
export function TimeToReadPanel({ figures, fileName }: { figures: Figures; fileName: string }) {
  const rows = distributionOf(figures.buckets);
  if (rows.length === 0) {
    return (
      <Paper withBorder p="md" bg="var(--promo-surface)">
        <Notice icon={<IconMailOpened size={28} />} title={analyticsTexts.noReads} text={analyticsTexts.noReadsHint} />
      </Paper>
    );
  }
  return (
    <FigurePanel
      title={analyticsTexts.timeToRead}
      caption={analyticsTexts.timeToReadCaption}
      columns={bucketColumns()}
      rows={rows}
      rowKey={(row) => row.within}
      fileName={fileName}
      chart={<TimeToReadChart rows={rows} figures={figures} />}
    />
  );
}

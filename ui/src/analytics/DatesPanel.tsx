import { analyticsTexts } from "../texts/analytics";
import { DatesChart } from "./DatesChart";
import { FigurePanel } from "./FigurePanel";
import { dateColumns } from "./figureColumns";
import type { DateFigures, Figures } from "./figures";

/** Sent and read by date; the table leaves out dates without a run. */
export function DatesPanel({ rows, figures, fileName }: { rows: DateFigures[]; figures: Figures; fileName: string }) {
  return (
    <FigurePanel
      title={analyticsTexts.byDate}
      caption={analyticsTexts.byDateCaption}
      columns={dateColumns()}
      rows={rows.filter((row) => row.events > 0)}
      rowKey={(row) => row.date}
      fileName={fileName}
      chart={<DatesChart rows={rows} figures={figures} />}
    />
  );
}

import { analyticsTexts } from "../texts/analytics";
import { formatDate, formatNumber } from "../texts/format";
import type { Column } from "./columns";
import type { BucketRow } from "./distribution";
import type { DateFigures, Figures } from "./figures";
import { quantileText } from "./quantileText";

/** What every table of figures has; times in seconds in the file. */
export const figureColumns = (): Column<Figures>[] => [
  { header: analyticsTexts.sent, value: (row) => row.sent, shown: (row) => formatNumber(row.sent), numeric: true },
  { header: analyticsTexts.read, value: (row) => row.read, shown: (row) => formatNumber(row.read), numeric: true },
  {
    header: analyticsTexts.readRate,
    value: (row) => row.readRate,
    shown: (row) => analyticsTexts.rate(row.readRate),
    numeric: true,
  },
  {
    header: analyticsTexts.median,
    fileHeader: analyticsTexts.inSeconds(analyticsTexts.median),
    value: (row) => row.median,
    shown: (row) => quantileText(row.median, row.buckets),
    numeric: true,
  },
  {
    header: analyticsTexts.p90,
    fileHeader: analyticsTexts.inSeconds(analyticsTexts.p90),
    value: (row) => row.p90,
    shown: (row) => quantileText(row.p90, row.buckets),
    numeric: true,
  },
];

/** A row per date. */
export const dateColumns = (): Column<DateFigures>[] => [
  { header: analyticsTexts.date, value: (row) => row.date, shown: (row) => formatDate(row.date) },
  ...figureColumns(),
];

/** A row per span of time; in the file its end, in seconds. */
export const bucketColumns = (): Column<BucketRow>[] => [
  {
    header: analyticsTexts.readWithin,
    fileHeader: analyticsTexts.inSeconds(analyticsTexts.readWithin),
    value: (row) => row.upToSeconds ?? Infinity,
    shown: (row) => [row.within, ...row.holds].join(" · "),
  },
  {
    header: analyticsTexts.messages,
    value: (row) => row.count,
    shown: (row) => formatNumber(row.count),
    numeric: true,
  },
  {
    header: analyticsTexts.share,
    value: (row) => row.share,
    shown: (row) => analyticsTexts.rate(row.share),
    numeric: true,
  },
  {
    header: analyticsTexts.readByThen,
    value: (row) => row.readByThen,
    shown: (row) => analyticsTexts.rate(row.readByThen),
    numeric: true,
  },
];

import classes from "./charts.module.css";

/** What a chart's colours and textures mean. */
export function ChartLegend({ entries }: { entries: { mark: "read" | "unread" | "rate"; label: string }[] }) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ mark, label }) => (
        <li key={mark}>
          <span className={classes.mark} data-mark={mark} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from "react";
import { LOCALE } from "../texts/locale";
import { csvOf, type Value } from "./csv";

/** A column of a table that can be sorted and downloaded. */
export type Column<Row> = {
  /** What the column is called; unique in its table. */
  header: string;
  /** What it is called in the file, where a unit has to be told. */
  fileHeader?: string;
  /** What is sorted by and written to the file. */
  value: (row: Row) => Value;
  /** What is shown. */
  shown: (row: Row) => ReactNode;
  numeric?: boolean;
};

/** By which column rows stand in order. */
export type Order = { header: string; descending: boolean };

const texts = new Intl.Collator(LOCALE, { numeric: true });

/** The rows in order; those without a value come last in either direction. */
export function ordered<Row>(rows: Row[], columns: Column<Row>[], order: Order | null): Row[] {
  const column = columns.find(({ header }) => header === order?.header);
  if (column == null || order == null) {
    return rows;
  }
  return rows.toSorted((one, other) => compare(column.value(one), column.value(other), order.descending));
}

function compare(one: Value, other: Value, descending: boolean): number {
  if (one == null || other == null) {
    return Number(one == null) - Number(other == null);
  }
  const ascending =
    typeof one === "number" && typeof other === "number"
      ? // Not the difference: Infinity has none with itself.
        Number(one > other) - Number(one < other)
      : texts.compare(String(one), String(other));
  return descending ? -ascending : ascending;
}

/** A click on a column's head: numbers begin with the largest, texts with the first; the next click turns it around. */
export function nextOrder<Row>(order: Order | null, column: Column<Row>): Order {
  const same = order?.header === column.header;
  return { header: column.header, descending: same ? !order.descending : column.numeric === true };
}

/** The table as a file. */
export function csvTable<Row>(rows: Row[], columns: Column<Row>[]): string {
  return csvOf([
    columns.map(({ header, fileHeader }) => fileHeader ?? header),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ]);
}

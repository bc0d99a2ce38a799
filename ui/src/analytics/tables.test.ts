import { describe, expect, it } from "vitest";
import { type Column, csvTable, nextOrder, ordered } from "./columns";
import { csvOf } from "./csv";

type Row = { name: string; size: number | null };

const NAME: Column<Row> = { header: "Name", value: (row) => row.name, shown: (row) => row.name };
const SIZE: Column<Row> = {
  header: "Size",
  fileHeader: "Size (m)",
  value: (row) => row.size,
  shown: (row) => row.size,
  numeric: true,
};
const ROWS: Row[] = [
  { name: "b", size: 2 },
  { name: "A", size: null },
  { name: "c10", size: Infinity },
  { name: "c9", size: 1 },
];

const names = (rows: Row[]) => rows.map((row) => row.name);

describe("a table's order", () => {
  it("begins with the largest number and the first text, and turns around", () => {
    const bySize = nextOrder(null, SIZE);
    expect(names(ordered(ROWS, [NAME, SIZE], bySize))).toEqual(["c10", "b", "c9", "A"]);
    expect(names(ordered(ROWS, [NAME, SIZE], nextOrder(bySize, SIZE)))).toEqual(["c9", "b", "c10", "A"]);
    expect(names(ordered(ROWS, [NAME, SIZE], nextOrder(bySize, NAME)))).toEqual(["A", "b", "c9", "c10"]);
    expect(ordered(ROWS, [NAME, SIZE], null)).toBe(ROWS);
  });
});

describe("a table's file", () => {
  it("has a line per row under the columns' names", () => {
    expect(csvTable(ROWS, [NAME, SIZE])).toBe("\uFEFFName,Size (m)\r\nb,2\r\nA,\r\nc10,Infinity\r\nc9,1\r\n");
  });

  it("keeps texts whole, and no text becomes a formula", () => {
    expect(csvOf([['say "hi", all\nof you', "=HYPERLINK(1)", "-20 %", -20]])).toBe(
      '\uFEFF"say ""hi"", all\nof you",\'=HYPERLINK(1),\'-20 %,-20\r\n',
    );
  });
});

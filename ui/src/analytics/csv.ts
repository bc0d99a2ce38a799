/** What a cell of a table stands for; null: there is nothing to say. */
export type Value = string | number | null;

/**
 * Rows as comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would
 * take for a formula is kept from being one.
 */
export function csvOf(rows: Value[][]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: Value): string {
  if (value == null) {
    return "";
  }
  if (typeof value === "number") {
    return String(value);
  }
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lets the browser save a text as a file. Nothing is fetched: the page has what it saves. */
export function download(fileName: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = fileName;
  link.click();
  // The browser has taken hold of the text by the end of the click, in Safari a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

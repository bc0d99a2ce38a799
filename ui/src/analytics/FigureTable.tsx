import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { MoreButton } from "../shell/MoreButton";
import { analyticsTexts } from "../texts/analytics";
import { type Column, nextOrder, type Order } from "./columns";
import classes from "./FigureTable.module.css";

/** More rows than a page wants at once; the others are a click away. */
const FIRST_ROWS = 50;

/** A table whose columns can be sorted by; on a narrow screen it scrolls within itself, the first column stays. */
export function FigureTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  order,
  onOrder,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  order: Order | null;
  onOrder: (order: Order) => void;
}) {
  const [all, setAll] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={caption} tabIndex={0}>
        <Table className={classes.table} captionSide="top" highlightOnHover verticalSpacing="xs">
          <Table.Caption className={classes.caption}>
            <span>{caption}</span>
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Head key={column.header} column={column} order={order} onOrder={onOrder} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody ref={body}>
            {shown.map((row) => (
              <Table.Tr key={rowKey(row)}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <Table.Th key={column.header} scope="row" className={classes.first}>
                      {column.shown(row)}
                    </Table.Th>
                  ) : (
                    <Table.Td key={column.header} data-numeric={column.numeric}>
                      {column.shown(row)}
                    </Table.Td>
                  ),
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <MoreButton
        variant="subtle"
        fullWidth
        mt="xs"
        list={body}
        more={shown.length < rows.length}
        onMore={() => setAll(true)}
      >
        {analyticsTexts.showAll(rows.length)}
      </MoreButton>
    </>
  );
}

function Head<Row>({
  column,
  order,
  onOrder,
}: {
  column: Column<Row>;
  order: Order | null;
  onOrder: (order: Order) => void;
}) {
  const by = order?.header === column.header ? order : null;
  const Icon = by == null ? IconArrowsSort : by.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      scope="col"
      data-numeric={column.numeric}
      aria-sort={by == null ? undefined : by.descending ? "descending" : "ascending"}
    >
      <UnstyledButton className={classes.sort} onClick={() => onOrder(nextOrder(order, column))}>
        {column.header}
        <Icon size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

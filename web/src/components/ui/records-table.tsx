import './records-table.css';
import type { ReactNode } from 'react';

export interface Column<T> {
  /** The head of the column, and the name beside the value on a phone. */
  name: string;
  cell: (record: T) => ReactNode;
  /** Numbers stand right. */
  align?: 'right';
  /** Short values that read badly in two lines: days, codes. */
  nowrap?: true;
}

interface RecordsTableProps<T> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<T>[];
  records: readonly T[];
  keyOf: (record: T) => string;
}

/** A table on a wide screen, a list of cards on a phone. The first column names the record. */
export function RecordsTable<T>({ caption, columns, records, keyOf }: RecordsTableProps<T>) {
  const [first, ...rest] = columns;
  return (
    <table className="pl-table">
      <caption className="pl-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={classOf(column)}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={keyOf(record)}>
            {first !== undefined && (
              <th scope="row" className={classOf(first)}>
                {first.cell(record)}
              </th>
            )}
            {rest.map((column) => (
              <td key={column.name} data-name={column.name} className={classOf(column)}>
                <div>{column.cell(record)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf<T>({ align, nowrap }: Column<T>): string | undefined {
  const classes = [align === 'right' ? 'pl-table-right' : '', nowrap === true ? 'pl-table-nowrap' : ''];
  return classes.join(' ').trim() || undefined;
}

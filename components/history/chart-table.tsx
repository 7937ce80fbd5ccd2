interface Props {
  summary: string;
  /** What is in the table, for whoever does not see what it stands beneath. */
  caption: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

/** The same as a picture, as a table behind a line that opens it. */
export function ChartTable({ summary, caption, columns, rows }: Props) {
  return (
    <details className="as-table">
      <summary>
        {summary}
        <span className="unseen">: {caption}</span>
      </summary>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

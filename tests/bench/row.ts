import { quantile } from './statistics';

/** One row of a table of measurements. */
export interface Row {
  what: string;
  /** The median if measured more than once. */
  value: number;
  /** '×' is a ratio. */
  unit: 'B' | 'ms' | 's' | 'requests' | 'times' | '×';
  /** The 10th and the 90th percentile; null if the value was counted, not measured. */
  spread: readonly [number, number] | null;
  /** Upper limit; null if there is none. */
  budget: number | null;
}

/** A row with a counted value. */
export function counted(what: string, value: number, unit: Row['unit'], budget: number | null = null): Row {
  return { what, value, unit, spread: null, budget };
}

/** A row with the median of several measurements. */
export function measured(
  what: string,
  values: readonly number[],
  unit: Row['unit'],
  budget: number | null = null,
): Row {
  const spread = [quantile(values, 0.1), quantile(values, 0.9)] as const;
  return { what, value: quantile(values, 0.5), unit, spread, budget };
}

const number = (value: number, unit: Row['unit']): string =>
  new Intl.NumberFormat('en', {
    maximumFractionDigits: unit === 'B' || unit === 'requests' || unit === 'times' || value >= 100 ? 0 : 2,
  }).format(value);

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[], command: string): string {
  const lines = rows.map(({ what, value, unit, spread, budget }) => {
    const range = spread === null ? '' : spread.map((end) => number(end, unit)).join(' to ');
    const limit = budget === null ? '' : `${number(budget, unit)} ${unit}${value <= budget ? '' : ' **over**'}`;
    return `| ${what} | ${number(value, unit)} ${unit} | ${range} | ${limit} |`;
  });
  return [`\`${command}\``, '', '| what | median | 10 % to 90 % | budget |', '|---|---|---|---|', ...lines].join('\n');
}

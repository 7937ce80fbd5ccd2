/** One result. */
export interface Row {
  what: string;
  /** The median of repeated measurements. */
  value: number;
  unit: 'B' | 'ms' | 's' | 'requests' | 'times';
  /** 10th and 90th percentile; null if counted instead of measured. */
  spread: readonly [number, number] | null;
  /** Maximum; null without one. */
  budget: number | null;
}

export const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export function quantile(values: readonly number[], share: number): number {
  const inOrder = sorted(values);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0;
}

/** A counted result. */
export function counted(what: string, value: number, unit: Row['unit'], budget: number | null = null): Row {
  return { what, value, unit, spread: null, budget };
}

/** A result of repeated measurements. */
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

/** A Markdown table. */
export function tableOf(rows: readonly Row[], command: string): string {
  const lines = rows.map(({ what, value, unit, spread, budget }) => {
    const range = spread === null ? '' : spread.map((end) => number(end, unit)).join(' to ');
    const limit = budget === null ? '' : `${number(budget, unit)} ${unit}${value <= budget ? '' : ' **over**'}`;
    return `| ${what} | ${number(value, unit)} ${unit} | ${range} | ${limit} |`;
  });
  return [`\`${command}\``, '', '| what | median | 10 % to 90 % | budget |', '|---|---|---|---|', ...lines].join('\n');
}

import { useEffect, useState } from 'react';
import type { RowProps } from './row-details';

type Details = typeof import('./row-details');

let loaded: Details | null = null;

/** Loads what an open row shows. */
export async function loadRowDetails(): Promise<Details> {
  loaded ??= await import('./row-details');
  return loaded;
}

/**
 * The details of an open row. They are loaded when the first row is opened, so that the list does not wait for them. React's
 * `lazy` would hide them for 300 ms, its shortest time between two changes of what a Suspense shows.
 */
export function RowDetailsLater(props: RowProps) {
  const [details, setDetails] = useState(loaded);
  useEffect(() => void loadRowDetails().then(setDetails), []);
  return details === null ? null : <details.RowDetails {...props} />;
}

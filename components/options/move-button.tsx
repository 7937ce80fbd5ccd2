interface Props {
  /** For the focus, which is put back on it after the move. */
  id: string;
  move: { label: string; isPossible: boolean };
  isUp: boolean;
  onClick: () => void;
}

/** At the end of the list it is disabled by `aria-disabled` alone: the attribute `disabled` would take the focus away. */
export function MoveButton({ id, move, isUp, onClick }: Props) {
  return (
    <button
      type="button"
      className="button move"
      data-move={id}
      aria-label={move.label}
      title={move.label}
      aria-disabled={!move.isPossible}
      onClick={move.isPossible ? onClick : undefined}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path
          d={isUp ? 'M6 10V2M2.5 5.5 6 2l3.5 3.5' : 'M6 2v8M2.5 6.5 6 10l3.5-3.5'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}

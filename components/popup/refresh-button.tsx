interface Props {
  isRefreshing: boolean;
  labels: { refresh: string; refreshing: string };
  onClick: () => void;
}

/** While it runs it is disabled by `aria-disabled` alone: the attribute `disabled` would take the focus away. */
export function RefreshButton({ isRefreshing, labels, onClick }: Props) {
  return (
    <button
      type="button"
      className="button"
      aria-busy={isRefreshing}
      aria-disabled={isRefreshing}
      onClick={isRefreshing ? undefined : onClick}
    >
      {isRefreshing ? labels.refreshing : labels.refresh}
    </button>
  );
}

import type { HistoryLabels } from '@/utils/ui/history/history-labels';

/** By which rules the figures come about. */
export function UptimeHow({ labels }: { labels: HistoryLabels }) {
  return (
    <details className="how">
      <summary>{labels.how}</summary>
      <ul>
        {labels.howLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

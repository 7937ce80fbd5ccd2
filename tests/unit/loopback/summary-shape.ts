interface Part {
  id: string;
  name: string;
  status: string;
}
export type Post = Record<string, unknown> & { incident_updates: Record<string, unknown>[] };
/** The fields of a summary that tests read, on both platforms. */
export interface Summary {
  status: { indicator: string };
  components: Part[];
  incidents?: Post[];
  scheduled_maintenances?: Post[];
}

interface Part {
  id: string;
  name: string;
  status: string;
}
export type Post = Record<string, unknown> & { incident_updates: Record<string, unknown>[] };
/** The parts of a summary that tests look at, in both dialects. */
export interface Summary {
  status: { indicator: string };
  components: Part[];
  incidents?: Post[];
  scheduled_maintenances?: Post[];
}

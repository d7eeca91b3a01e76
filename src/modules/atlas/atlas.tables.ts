export type AtlasTables = {
  /** The newest release; `people` is null where the count is hidden. */
  released_counts: { condition_id: string; people: number | null; counted_at: Date };
};

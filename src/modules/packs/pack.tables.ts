export type PackFileTables = {
  pack_files: { pack_id: string; path: string; content: string };
};

// Which photos are compared to begin with.
import type { ClientFile } from '../../ipc/bindings';

/** Pictures that can be seen here, the oldest first; of one tag, or of all when it is empty. */
export function comparable(files: readonly ClientFile[], tag: string): ClientFile[] {
  return files
    .filter(({ shows, tags }) => shows && (tag === '' || tags.includes(tag)))
    .sort((a, b) => a.day.localeCompare(b.day) || a.added_at - b.added_at);
}

/** The tags that two pictures at least have, in the order of the alphabet. */
export function tagsToCompare(files: readonly ClientFile[]): string[] {
  const tags = new Set(files.flatMap(({ shows, tags }) => (shows ? tags : [])));
  return [...tags].filter((tag) => comparable(files, tag).length > 1).sort((a, b) => a.localeCompare(b));
}

/** So many paths fit on a command line of every system. */
const CHUNK = 100

/** Does something with all of a long list, a part of it at a time. Nothing where the list is empty. */
export async function inChunks<T>(all: readonly T[], act: (some: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += CHUNK) await act(all.slice(from, from + CHUNK))
}

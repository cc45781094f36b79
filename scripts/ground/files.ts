/**
 * What reading a file or folder gives; null where there is none.
 * @param missing The codes of the file system that mean so; `ENOTDIR` too where a file in a folder's place is to count
 * @throws what else goes wrong
 */
export async function ifThere<T>(reading: Promise<T>, missing: readonly string[] = ['ENOENT']): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (missing.includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

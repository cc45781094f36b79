/** First working version; being refined. */
export function englishCounts(line: string): { fewest: number; most: number } {
  const n = line.toLowerCase().match(/[aeiouy]+/gu)?.length ?? 0
  return { fewest: n, most: n }
}

/** First working version; being refined. */
export function frenchCounts(line: string): { classical: number; spoken: number } {
  const n =
    line
      .normalize('NFC')
      .toLowerCase()
      .match(/[aeiouyàâäéèêëîïôöùûüœæ]+/gu)?.length ?? 0
  return { classical: n, spoken: n }
}

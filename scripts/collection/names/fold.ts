/** A name with case, accents and punctuation folded away, for telling whether two spellings mean the same. */
export function fold(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  // A name made of signs alone ("†", "+") is its own fold.
  return folded === '' ? name.trim() : folded
}

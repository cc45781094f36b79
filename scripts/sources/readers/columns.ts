/**
 * The name of a column as a key: case, accents, punctuation, blanks and the plural's s do not count. `Date d'ajout` and
 * `DATE_AJOUTS` are `datedajout` and `dateajout`.
 */
export function columnKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<=..)s$/u, '')
}

/**
 * Cells under the names of their columns, each name once. A column without a name, or with the one name that a JSON object
 * cannot carry safely, goes by its number. Empty cells are left out; null where none is left.
 */
export function cellsByName(
  cells: Iterable<readonly [index: number, name: string, cell: string]>,
): Record<string, string> | null {
  const named = new Map<string, string>()
  for (const [index, name, cell] of cells) {
    if (cell === '') continue
    const bare = name === '' || name === '__proto__' ? `column ${index + 1}` : name
    let free = bare
    for (let count = 2; named.has(free); count++) free = `${bare} (${count})`
    named.set(free, cell)
  }
  return named.size === 0 ? null : Object.fromEntries(named)
}

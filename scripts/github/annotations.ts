/** GitHub shows at most ten annotations of a kind for a step; the tenth says how many are left. */
const MOST = 10

export interface Annotation {
  level: 'warning' | 'error'
  title: string
  message: string
}

/**
 * Annotations as workflow commands, one a line. Written here rather than taken from @actions/core, which would bring a
 * whole HTTP client to every scheduled run for this one line of escaping.
 */
export function annotationLines(annotations: readonly Annotation[]): string[] {
  const left = annotations.length - MOST + 1
  const shown = left > 1 ? annotations.slice(0, MOST - 1) : annotations
  const lines = shown.map(({ level, title, message }) => `::${level} title=${property(title)}::${data(message)}`)
  if (left > 1) lines.push(`::warning title=${left} more::${data('The job summary names them all.')}`)
  return lines
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

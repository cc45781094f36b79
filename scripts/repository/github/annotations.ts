/** GitHub shows at most ten annotations of each kind for a step; the tenth says how many are left. */
const MOST = 10

export interface Annotation {
  level: 'warning' | 'error'
  title: string
  message: string
}

/**
 * Annotations as workflow commands, one a line, errors first. Written here rather than taken from @actions/core, which
 * would bring a whole HTTP client to every scheduled run for this one line of escaping.
 */
export function annotationLines(annotations: readonly Annotation[]): string[] {
  return (['error', 'warning'] as const).flatMap((level) => {
    const ofKind = annotations.filter((annotation) => annotation.level === level)
    if (ofKind.length <= MOST) return ofKind.map(command)
    const left = { level, title: `${ofKind.length - MOST + 1} more`, message: 'The job summary names them all.' }
    return [...ofKind.slice(0, MOST - 1), left].map(command)
  })
}

function command({ level, title, message }: Annotation): string {
  return `::${level} title=${property(title)}::${data(message)}`
}

/**
 * A text whose lines Actions shows and does not obey. The runner takes commands from the log itself, where an album's
 * title or an AI's answer may stand: `::` at the beginning of a line, blanks before it ignored, and `##[` anywhere.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([\s\u0085]*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[')
}

/** What the runner unescapes: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

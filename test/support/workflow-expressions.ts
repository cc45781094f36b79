import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What `${{ }}` may refer to, by the name of the context: `github`, `inputs`, `secrets` … */
export type Contexts = Readonly<Record<string, unknown>>

/** What may stand at `if:`; the braces can be left out there. */
export type Condition = string | boolean | undefined

/** What an expression gives, as plain data. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }

/** `${{ … }}`, whose text may hold braces inside quotes. */
const PLACE = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g

/** The value of an expression (without its braces), by GitHub's own evaluator. */
export function evaluate(expression: string, contexts: Contexts, failed = false): Value {
  return JSON.parse(JSON.stringify(dataOf(expression, contexts, failed), data.replacer)) as Value
}

/** A value from a workflow file with its expressions filled in. One that is nothing but an expression keeps its type. */
export function fill(value: unknown, contexts: Contexts): unknown {
  if (typeof value !== 'string') return value
  const whole = /^\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}$/.exec(value.trim())
  if (whole) return evaluate(whole[1]!, contexts)
  return value.replace(PLACE, (_, expression: string) => dataOf(expression, contexts, false).coerceString())
}

/** Like `fill`, for places that hold text: an environment, a name, a script. */
export function fillText(value: unknown, contexts: Contexts): string {
  if (typeof value !== 'string') return String(value)
  return value.replace(PLACE, (_, expression: string) => dataOf(expression, contexts, false).coerceString())
}

/** Whether an `if:` lets a job or step run; as on GitHub one that asks for no status runs only while all went well. */
export function allows(condition: Condition, contexts: Contexts, failed = false): boolean {
  const text = String(condition ?? 'success()').trim()
  const bare = text.replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const full = /\b(?:success|failure|always|cancelled)\s*\(/.test(bare) ? bare : `success() && (${bare})`
  return evaluate(`!!(${full})`, contexts, failed) === true
}

function dataOf(expression: string, contexts: Contexts, failed: boolean): data.ExpressionData {
  const status = { success: !failed, failure: failed, always: true, cancelled: false }
  const functions = Object.entries(status).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }))
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse()
  return new Evaluator(parsed, known, new Map(functions.map((it) => [it.name, it]))).evaluate()
}

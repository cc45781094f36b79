const SECRET_VARIABLE = /(?:BEARER|TOKEN|SECRET|PASSWORD|API_KEY)$/

/** Takes every secret of the environment, and every credential inside an address, out of a text. */
export type Redact = (text: string) => string

/** A Redact for the secrets that `env` holds, as they are and in the encodings that they travel in. */
export function redactor(env: NodeJS.ProcessEnv): Redact {
  const forms = secretsOf(env)
    .flatMap(({ value }) => formsOf(value))
    // A longer one first: a shorter one may be a part of it.
    .sort((a, b) => b.length - a.length)
  return (text) =>
    forms.reduce((clean, form) => clean.replaceAll(form, '***'), text).replace(/(\/\/)[^/@\s]+@/g, '$1***@')
}

/** Shorter ones stand in files by chance. */
const SHORTEST_IN_FILES = 8

/**
 * Gives the variable of the environment whose secret a text holds, in whatever encoding; null where it holds none. Null
 * itself where there is no secret to look for.
 */
export function secretFinder(env: NodeJS.ProcessEnv): ((text: string) => string | null) | null {
  const secrets = secretsOf(env)
    .filter(({ value }) => value.length >= SHORTEST_IN_FILES)
    .map(({ name, value }) => ({ name, forms: formsOf(value) }))
  if (secrets.length === 0) return null
  return (text) => secrets.find(({ forms }) => forms.some((form) => text.includes(form)))?.name ?? null
}

function secretsOf(env: NodeJS.ProcessEnv): { name: string; value: string }[] {
  return Object.entries(env).flatMap(([name, given]) => {
    const values = new Set([given ?? '', (given ?? '').trim()])
    return SECRET_VARIABLE.test(name)
      ? [...values].filter(({ length }) => length >= 4).map((value) => ({ name, value }))
      : []
  })
}

/** A secret as it is, in an address, in quoted JSON, and in base64 wherever it begins: `Basic` holds it behind a name. */
function formsOf(secret: string): string[] {
  const inAddress = encodeURIComponent(secret)
  const lowerCase = inAddress.replace(/%../g, (code) => code.toLowerCase())
  const inForm = inAddress.replaceAll('%20', '+')
  const quoted = JSON.stringify(secret).slice(1, -1)
  const encoded = [0, 1, 2].flatMap((before) => base64At(secret, before))
  return [...new Set([secret, inAddress, lowerCase, inForm, quoted, JSON.stringify(quoted).slice(1, -1), ...encoded])]
}

/** Fewer characters stand in any text by chance. */
const SHORTEST_ENCODED = 8

/** The characters of base64, and of its form for addresses, that a secret behind so many bytes alone decides. */
function base64At(secret: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const whole = bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6))
  return whole.length < SHORTEST_ENCODED ? [] : [whole, whole.replaceAll('+', '-').replaceAll('/', '_')]
}

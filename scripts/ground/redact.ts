const SECRET_VARIABLE = /(?:BEARER|TOKEN|SECRET|PASSWORD|API_KEY)$/

/** Takes every secret of the environment, and every credential inside an address, out of a text. */
export type Redact = (text: string) => string

/** A Redact for the secrets that `env` holds. */
export function redactor(env: NodeJS.ProcessEnv): Redact {
  const secrets = Object.entries(env)
    .flatMap(([name, value]) => (SECRET_VARIABLE.test(name) && value !== undefined && value.length >= 4 ? [value] : []))
    // A longer secret first: a shorter one may be a part of it.
    .sort((a, b) => b.length - a.length)
  return (text) =>
    secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text).replace(/(\/\/)[^/@\s]+@/g, '$1***@')
}

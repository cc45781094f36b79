import { ConfigError } from '../../ground/errors.ts'

/**
 * The base address of a service: `standard`, or what the environment variable says, for tests and proxies. It ends in a
 * slash, so that relative addresses add to it.
 * @throws ConfigError naming the variable
 */
export function baseAddress(
  environment: Readonly<Record<string, string | undefined>>,
  variable: string,
  standard: string,
): URL {
  const text = environment[variable]?.trim() || standard
  const wrong = (what: string) =>
    new ConfigError(`${variable} ${what}`, { todo: `Remove it, or set it as ${standard}` })
  if (!URL.canParse(text)) throw wrong('is not an address')
  const url = new URL(text)
  const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
    throw wrong('does not begin with https://, and would show keys to everyone on the way')
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

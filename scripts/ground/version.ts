import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** The product's version, as package.json has it. */
export const VERSION = manifest.version

/** How the product names itself to other people's servers. */
export const USER_AGENT = `aime-scheduler/${VERSION} (+https://github.com/)`

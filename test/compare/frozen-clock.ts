/**
 * The text of a module that, imported first, stops the clock at an instant and takes chance away: commands that know no
 * `--now` and no `--seed` then do the same in every run. Durations go on.
 */
export const frozenClock = (now: string): string => `
const NOW = ${Date.parse(now)}
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [NOW] : args))
  }
  static now() {
    return NOW
  }
}
Math.random = () => 0.42
`

import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { TaskId } from '../../scripts/config/catalog.ts'
import type { Config } from '../../scripts/config/config.ts'
import type { Random } from '../../scripts/ground/random.ts'
import { wakeUps } from '../../scripts/schedule/cron.ts'
import { firings } from '../schedule/cron-evaluator.ts'

const HOUR = 60 * 60_000

/** GitHub's bad days: what becomes of a wake-up. */
export interface Weather {
  /** Share of wake-ups that never come. */
  dropped: number
  /** Share that comes twice. */
  doubled: number
  /** How late one comes, in milliseconds. */
  delay: (random: Random) => number
}

/** A tenth is dropped, a fiftieth doubled; half come within three quarters of an hour, some six hours late. */
export const BAD: Weather = {
  dropped: 0.1,
  doubled: 0.02,
  delay: (random) => Math.round(6 * HOUR * (random.int(1e6) / 1e6) ** 3),
}

export type WakeUp = { at: number; who: TaskId | 'clock' }

interface Span {
  start: number
  end: number
  clock: boolean
  weather: Weather
  random: Random
  tasks: readonly TaskId[]
}

/** Every wake-up of the span as GitHub brings it, in the order in which they come. */
export async function wakeUpsOf(
  config: Config,
  { start, end, clock, weather, random, tasks }: Span,
): Promise<WakeUp[]> {
  const planned: WakeUp[] = tasks.flatMap((id) => {
    const { cron, timezone } = wakeUps(id, config.tasks[id].schedule)
    return cron.flatMap((line) => firings(line, timezone, start, end).map((at) => ({ at, who: id })))
  })
  if (clock) {
    const workflow = parse(await readFile('.github/workflows/clock.yml', 'utf8')) as {
      on: { schedule: { cron: string; timezone: string }[] }
    }
    for (const { cron, timezone } of workflow.on.schedule) {
      planned.push(...firings(plain(cron), timezone, start, end).map((at) => ({ at, who: 'clock' as const })))
    }
  }
  const chance = (share: number) => random.int(1e6) < share * 1e6
  return planned
    .flatMap(({ at, who }) => {
      if (chance(weather.dropped)) return []
      const once = [{ at: at + weather.delay(random), who }]
      return chance(weather.doubled) ? [...once, { at: at + weather.delay(random), who }] : once
    })
    .filter(({ at }) => at < end)
    .sort((a, b) => a.at - b.at)
}

/** A cron line without steps, which the evaluator does not read. */
function plain(line: string): string {
  return line.replace(/\*\/(\d+)/, (_, step: string) =>
    Array.from({ length: Math.ceil(24 / Number(step)) }, (_, index) => index * Number(step)).join(','),
  )
}

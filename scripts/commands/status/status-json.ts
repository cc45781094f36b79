import type { Config } from '../../config/config.ts'
import { isoMicro, isoOffset } from '../../pages/time.ts'
import { isEnabled, type Job } from '../../repository/job.ts'

/** One enabled task; the last two fields are there where GitHub was asked. */
interface JsonJob {
  id: string
  name: string
  /** With the zone's offset, to the second. */
  next_run: string | null
  /** On the zone's clock with six fractional digits and no offset, as the original wrote it; null before the first. */
  last_execution: string | null
  last_run?: { conclusion: string | null; url: string } | null
  workflow_state?: string | null
}

/** The status for other programs; the shape and the order of keys are a contract. */
export interface StatusJson {
  running: boolean
  jobs: JsonJob[]
  job_count: number
}

export function statusJson({ running, timezone }: Config, jobs: readonly Job[]): StatusJson {
  const enabled = jobs.filter(isEnabled).map((job) => jsonJob(job, timezone))
  return { running, jobs: enabled, job_count: enabled.length }
}

function jsonJob({ id, next, last, workflow }: Job, timezone: string): JsonJob {
  const local = {
    id,
    name: id,
    next_run: next === null ? null : isoOffset(next, timezone),
    last_execution: last === null ? null : isoMicro(last.started, timezone),
  }
  if (workflow === null) return local
  const { lastRun, state } = workflow
  return {
    ...local,
    last_run: lastRun === null ? null : { conclusion: lastRun.conclusion, url: lastRun.url },
    workflow_state: state,
  }
}

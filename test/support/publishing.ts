import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seededRandom } from '../../scripts/ground/random.ts'
import type { Change } from '../../scripts/repository/commit.ts'
import { openPublisher, type Published, type PublisherOptions } from '../../scripts/repository/publish.ts'
import { writeFiles } from './repos.ts'

export type Changing = (tree: string) => Promise<Change | null>

/** Opens a publisher, publishes one change and closes it, however it ends. */
export async function publishFrom(
  root: string,
  change: Changing,
  options: Partial<PublisherOptions> & Pick<PublisherOptions, 'env'>,
): Promise<Published | null> {
  const publisher = await openPublisher({
    root,
    credential: null,
    random: seededRandom(1),
    progress: () => undefined,
    ...options,
  })
  try {
    return await publisher.publish(change)
  } finally {
    await publisher.close()
  }
}

/** Adds a line to a log and writes files, as a task does: on whatever is there. */
export function addLine(line: string, files: Record<string, string> = {}): Changing {
  return async (tree) => {
    await appendFile(join(tree, 'log.md'), `${line}\n`)
    await writeFiles(tree, files)
    return {
      subject: `Add ${line}`,
      trailers: { Task: 'test', Run: 'local' },
      paths: ['log.md', ...Object.keys(files)],
      alongside: [],
    }
  }
}

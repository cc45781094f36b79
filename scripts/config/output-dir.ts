import { lstat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { ConfigError } from '../ground/errors.ts'
import { show } from '../ground/schema-problems.ts'
import { CONFIG_FILE } from './schema.ts'

/** What the product itself is made of: no run reads or writes anything there. */
export const PRODUCT_FOLDERS = ['.github', '.ci', 'node_modules', 'scripts', 'test']
const OUR_FOLDERS = ['.git', 'data', 'config', ...PRODUCT_FOLDERS]

/** Whether a folder for what the tasks write is one inside the repository that nothing else lives in. */
export function isInside(folder: string): boolean {
  const path = posix.normalize(folder)
  const first = path.split('/')[0] ?? ''
  return (
    !posix.isAbsolute(path) &&
    !/[\\\u0000-\u001f:*?"<>|]/.test(folder) &&
    first !== '..' &&
    first !== '.' &&
    !OUR_FOLDERS.includes(first.toLowerCase()) &&
    !path.toLowerCase().split('/').includes('.git')
  )
}

/** A link in the way could lead out of the repository. @throws ConfigError where there is one */
export async function refuseLinks(root: string, folder: string): Promise<void> {
  const steps = folder.split('/')
  for (let length = 1; length <= steps.length; length++) {
    const path = steps.slice(0, length).join('/')
    const found = await lstat(join(root, path)).catch(() => null)
    if (found === null) return
    if (!found.isSymbolicLink()) continue
    throw new ConfigError(`${CONFIG_FILE}, scheduler.output_dir: ${show(path)} is a link.`, {
      todo: 'Name a real folder inside the repository.',
    })
  }
}

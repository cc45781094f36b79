import { CONFIG_FILE } from '../../config/schema.ts'

/** Where the template keeps its own, empty output folder. */
const DEFAULT_OUTPUT = 'Scheduled Output'

/**
 * Tells the person's own files from the template's: the data, the configuration and the outputs, wherever they are kept.
 * Case does not matter, because to many disks it does not.
 */
export function ownFiles(outputDir: string): (path: string) => boolean {
  const own = ['data', CONFIG_FILE, outputDir, DEFAULT_OUTPUT].map((path) => path.toLowerCase())
  return (path) => {
    const lower = path.toLowerCase()
    // Also a file in the place of one of these folders, which would take the folder away.
    return own.some((each) => lower === each || lower.startsWith(`${each}/`) || each.startsWith(`${lower}/`))
  }
}

import { loadConfig, type Config } from '../config/config.ts'
import { CONFIG_FILE } from '../config/schema.ts'
import { ConfigError } from '../ground/errors.ts'
import { show } from '../ground/schema-problems.ts'
import { refusedPath } from '../repository/kept-path.ts'

/**
 * Asks git whether it would keep what is written to the configured output folder; config itself knows no git. Where there
 * is no git to ask, there is nobody to lose anything either.
 * @param root The clone; its configuration may be that of another tree.
 * @throws ConfigError
 */
export async function refuseUnkept(root: string, env: NodeJS.ProcessEnv, { outputDir }: Config): Promise<void> {
  const refused = await refusedPath(root, env, `${outputDir}/file`)
  if (refused === null) return
  throw new ConfigError(
    `${CONFIG_FILE}, scheduler.output_dir: ${show(outputDir)} stands here, and git would keep nothing in it (${refused}): ` +
      'some systems take a part of it for .git.',
    { todo: 'Choose another name, such as "Scheduled Output".' },
  )
}

/** Reads the configuration as every run does before it begins. @throws ConfigError */
export async function loadKeptConfig(root: string, env: NodeJS.ProcessEnv): Promise<Config> {
  const config = await loadConfig(root)
  await refuseUnkept(root, env, config)
  return config
}

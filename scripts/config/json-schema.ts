import { z } from 'zod'
import { configSchema } from './schema.ts'

/** `config/app.schema.json`: the configuration's schema for editors, generated from the one definition. */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'AIME Scheduler configuration' }, null, 2)}\n`
}

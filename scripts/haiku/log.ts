import { z } from 'zod'
import { LANGUAGES } from '../ground/languages.ts'

/** Who wrote a poem: a language model, named as it names itself, or the built-in composer. */
const authorSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('ai'), model: z.string() }),
  z.looseObject({ kind: z.literal('composer') }),
])

/** One poem of `data/haikus/YYYY.json`. `at` is an ISO instant in UTC; the year of the file is that of `at`. */
const haikuEntrySchema = z.looseObject({
  at: z.iso.datetime({ offset: true, error: 'a time like "2026-01-31T06:00:15Z"' }),
  task: z.string(),
  /** Null for a poem about more than one album. */
  album: z.looseObject({ id: z.int(), title: z.string(), artists: z.array(z.string()) }).nullable(),
  lines: z.tuple([z.string(), z.string(), z.string()]),
  language: z.enum(LANGUAGES),
  author: authorSchema,
})

export type HaikuEntry = z.infer<typeof haikuEntrySchema>

export const haikuYearSchema = z.looseObject({ version: z.literal(1), haikus: z.array(haikuEntrySchema) })

export type HaikuYear = z.infer<typeof haikuYearSchema>
